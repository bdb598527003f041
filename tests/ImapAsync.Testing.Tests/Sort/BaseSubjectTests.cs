namespace ImapAsync.Testing.Tests.Sort;

public sealed class BaseSubjectTests
{
    [Theory]
    [InlineData("", "", false)]
    [InlineData("hello", "hello", false)]
    [InlineData("  hello\t  world  ", "hello world", false)]
    [InlineData("Re: hello", "hello", true)]
    [InlineData("RE:hello", "hello", true)]
    [InlineData("re : hello", "hello", true)]
    [InlineData("Fw: hello", "hello", true)]
    [InlineData("FWD: hello", "hello", true)]
    [InlineData("Re: Fwd: re: hello", "hello", true)]
    [InlineData("Re[2]: hello", "hello", true)]
    [InlineData("Re [list] : hello", "hello", true)]
    [InlineData("Re [a] [b]: hello", "Re [a] [b]: hello", false)]
    [InlineData("Re [list]: hello", "hello", true)]
    [InlineData("[list] hello", "hello", false)]
    [InlineData("[list] Re: hello", "hello", true)]
    [InlineData("[a][b] [c] Re: [d] hello", "hello", true)]
    [InlineData("Re: [list] Re: [x] hello", "hello", true)]
    [InlineData("[list]", "[list]", false)]
    [InlineData("[a] [b]", "[b]", false)]
    [InlineData("Re: [list]", "[list]", true)]
    [InlineData("hello (fwd)", "hello", true)]
    [InlineData("hello (FWD) (fwd) ", "hello", true)]
    [InlineData("hello (fwd)x", "hello (fwd)x", false)]
    [InlineData("[Fwd: hello]", "hello", true)]
    [InlineData("[fwd: Re: hello (fwd)]", "hello", true)]
    [InlineData("[list] [fwd: [fwd: hello]]", "hello", true)]
    [InlineData("[fwd: hello", "[fwd: hello", false)]
    [InlineData("[fwd:]", "", true)]
    [InlineData("Re:", "", true)]
    [InlineData("(fwd)", "", true)]
    [InlineData("Regarding: hello", "Regarding: hello", false)]
    [InlineData("Aw: hello", "Aw: hello", false)]
    [InlineData("[un[closed] hello", "[un[closed] hello", false)]
    public void Is_what_the_procedure_leaves(string subject, string text, bool answers) =>
        Assert.Equal(new BaseSubject(text, answers), BaseSubject.From(subject));

    [Fact]
    public void Encoded_words_are_decoded_first()
    {
        MimeEntity message = MimeEntity.Parse("Subject: =?utf-8?Q?Re:_[list]_Gr=C3=BC=C3=9Fe?=\r\n =?utf-8?Q?_an_alle?=\r\n\r\n"u8.ToArray());
        Assert.Equal(new BaseSubject("Gr\u00FC\u00DFe an alle", true), BaseSubject.Of(message));
    }

    [Fact]
    public void Many_blobs_and_prefixes_cost_no_more_than_their_length()
    {
        string blobs = string.Concat(Enumerable.Repeat("[a]", 200_000));
        Assert.Equal("x", BaseSubject.From(blobs + "x").Text);
        Assert.Equal("x", BaseSubject.From(string.Concat(Enumerable.Repeat("Re: [a] ", 200_000)) + "x").Text);
        Assert.Equal("x", BaseSubject.From(string.Concat(Enumerable.Repeat("[fwd:", 200_000)) + "x" + new string(']', 200_000)).Text);
    }
}
