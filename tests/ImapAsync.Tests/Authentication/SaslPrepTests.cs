namespace ImapAsync.Tests;

public sealed class SaslPrepTests
{
    [Theory]
    [InlineData("I\u00adX", "IX")] // RFC 4013 §3, 1
    [InlineData("user", "user")] // 2
    [InlineData("USER", "USER")] // 3
    [InlineData("a b~!", "a b~!")]
    [InlineData("a\u2003b\u3000c", "a b c")]
    [InlineData("\u200c\u200d\ufe0fx\ufeff", "x")]
    [InlineData("päßwörd", "päßwörd")]
    [InlineData("пароль", "пароль")]
    [InlineData("密码", "密码")]
    [InlineData("한국어", "한국어")]
    [InlineData("ไทยก่", "ไทยก่")]
    [InlineData("שלום", "שלום")]
    [InlineData("ا1ب", "ا1ب")]
    [InlineData("pass😀word", "pass😀word")] // not in Unicode 3.2
    public void Prepares(string input, string output) => Assert.Equal(output, SaslPrep.Prepare(input, "password"));

    [Theory]
    [InlineData("\u00aa", "a")] // RFC 4013 §3, 4
    [InlineData("\u2168", "IX")] // 5
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("ＡＢＣ", "ABC")]
    [InlineData("½", "1\u20442")]
    [InlineData("\u1100\u1161", "가")]
    [InlineData("ﻻ", "لا")]
    public void Normalises_or_says_that_it_cannot(string input, string output)
    {
        if (Nfkc.IsAvailable)
        {
            Assert.Equal(output, SaslPrep.Prepare(input, "password"));
            return;
        }

        ArgumentException error = Assert.Throws<ArgumentException>(() => SaslPrep.Prepare(input, "password"));
        Assert.Contains("InvariantGlobalization", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(input, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0007")] // RFC 4013 §3, 6
    [InlineData("\u06271")] // 7
    [InlineData("")]
    [InlineData("\u00ad")]
    [InlineData("a\nb")]
    [InlineData("a\u007f")]
    [InlineData("ä\u0085")]
    [InlineData("\u200ea")]
    [InlineData("\ue000")]
    [InlineData("\ufdd0")]
    [InlineData("a\uffff")]
    [InlineData("\U0001fffe")]
    [InlineData("\U000f0000")]
    [InlineData("\U000e0041")]
    [InlineData("\u2ff0")]
    [InlineData("\ufffd")]
    [InlineData("שaם")]
    [InlineData("שלום1")]
    [InlineData("1שלום")]
    public void Refuses(string input)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => SaslPrep.Prepare(input, "password"));

        Assert.StartsWith("password ", error.Message, StringComparison.Ordinal);
        if (input.Length > 0)
            Assert.DoesNotContain(input, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u00aa", false)]
    [InlineData("e\u0301", false)]
    [InlineData("q\u0327\u0301", false)]
    [InlineData("é", true)]
    [InlineData("\U0001d400", false)]
    [InlineData("\U0002f800", false)]
    [InlineData("가", true)]
    public void Knows_what_is_in_normal_form_without_the_system(string text, bool isCertain)
        => Assert.Equal(isCertain, Nfkc.IsCertainlyNormalized(text));
}
