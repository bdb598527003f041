namespace ImapAsync.Tests;

public sealed class ImapValueTests
{
    [Theory]
    [InlineData("X", "")]
    [InlineData("X NIL nil", "Nil:NIL Nil:NIL")]
    [InlineData("X 12 a\\b [x] NILS", "Atom:12 Atom:a\\b Atom:[x] Atom:NILS")]
    [InlineData("X \"\" \"a b\" \"a\\\\b\"", "Quoted: Quoted:a b Quoted:a\\b")]
    [InlineData("X {0}\r\n {3}\r\na)b ~{1}\r\n(", "Literal: Literal:a)b Literal:(")]
    [InlineData("X () (a) ((\"b\"))", "List:() List:(a) List:((\"b\"))")]
    [InlineData("7 X a", "Atom:a")]
    public void Responses_are_parsed(string response, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(response).Select(value => $"{value.Kind}:{value}")));

    [Theory]
    [InlineData("X 18446744073709551615", ulong.MaxValue)]
    [InlineData("X \"12\"", 12ul)]
    [InlineData("X {2}\r\n12", 12ul)]
    [InlineData("X 18446744073709551616", null)]
    [InlineData("X -1", null)]
    [InlineData("X NIL", null)]
    [InlineData("X (1)", null)]
    [InlineData("X \"\"", null)]
    public void Numbers_are_numbers(string response, ulong? expected) => Assert.Equal(expected, Assert.Single(Read(response)).Number);

    [Fact]
    public void Octets_are_those_of_the_response()
    {
        UntypedResponse response = new("X", null, "X \"ab\" {2}\r\ncd ef"u8.ToArray());

        Assert.All(response.ReadValues(), value => Assert.True(response.Raw.Span.Overlaps(value.Octets.Span)));
        Assert.Null(Assert.Single(Read("X NIL")).Text);
        Assert.True(Assert.Single(Read("X NIL")).IsNil);
        Assert.Equal("Grüße", Assert.Single(new UntypedResponse("X", null, new byte[] { (byte)'X', (byte)' ', (byte)'G', (byte)'r', 0xfc, 0xdf, (byte)'e' }).ReadValues()).Text);
    }

    [Theory]
    [InlineData("X (")]
    [InlineData("X )")]
    [InlineData("X \"a")]
    [InlineData("X {9}\r\nabc")]
    public void What_is_not_a_value_is_refused(string response) => Assert.Throws<ImapProtocolException>(() => Read(response));

    [Fact]
    public void Deep_nesting_is_stopped() => Assert.Throws<ImapLimitException>(() => Read("X " + new string('(', 10_000)));

    private static IReadOnlyList<ImapValue> Read(string response) =>
        new UntypedResponse("X", null, System.Text.Encoding.UTF8.GetBytes(response)).ReadValues();
}
