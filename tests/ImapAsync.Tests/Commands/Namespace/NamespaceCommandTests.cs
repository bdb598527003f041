namespace ImapAsync.Tests;

public sealed class NamespaceCommandTests
{
    [Fact]
    public void Is_written() => Assert.Equal("NAMESPACE", Encoded.Of(new NamespaceCommand()));

    // RFC 9051 §6.3.10, Dovecot 2.3.19, Cyrus 3.6.1, and variants that servers send.
    [Theory]
    [InlineData("NAMESPACE ((\"\" \"/\")) NIL NIL", "[/] [] []")]
    [InlineData("NAMESPACE NIL NIL ((\"\" \".\"))", "[] [] [.]")]
    [InlineData("NAMESPACE ((\"\" \"/\")) NIL ((\"Public Folders/\" \"/\"))", "[/] [] [Public Folders//]")]
    [InlineData("NAMESPACE ((\"INBOX.\" \".\")) ((\"user.\" \".\")) ((\"\" \".\"))", "[INBOX..] [user..] [.]")]
    [InlineData("NAMESPACE ((\"\" \"/\")(\"Mbox/\" \"/\")(\"Virtual/\" \"/\")) ((\"Shared/\" \"/\")) ((\"Public/\" \"/\"))", "[/,Mbox//,Virtual//] [Shared//] [Public//]")]
    [InlineData("NAMESPACE ((\"\" \"/\")(\"#mh/\" \"/\" \"X-PARAM\" (\"FLAG1\" \"FLAG2\"))) NIL NIL", "[/,#mh// X-PARAM=FLAG1;FLAG2] [] []")]
    [InlineData("namespace ((\"\" nil)) nil nil", "[-] [] []")]
    [InlineData("NAMESPACE ((\"\" \"\")) NIL NIL", "[-] [] []")]
    [InlineData("NAMESPACE ((\"\"))", "[-] [] []")]
    [InlineData("NAMESPACE ((\"\" \"/\"))", "[/] [] []")]
    [InlineData("NAMESPACE", "[] [] []")]
    [InlineData("NAMESPACE () () ()", "[] [] []")]
    [InlineData("NAMESPACE (NIL (\"a\" \"/\")) NIL NIL", "[a/] [] []")]
    [InlineData("NAMESPACE ((\"Andere Ben&APw-tzer/\" \"\\\\\" \"TRANSLATION\" \"x\" NIL)) NIL NIL", "[Andere Benützer/\\ TRANSLATION=x] [] []")]
    public void Is_read(string line, string expected)
    {
        Namespaces namespaces = new NamespaceCommand().Collect(line);

        Assert.Equal(expected, $"{Show(namespaces.Personal)} {Show(namespaces.OtherUsers)} {Show(namespaces.Shared)}");
    }

    [Theory]
    [InlineData("NAMESPACE ((\"\" \"/\") NIL NIL")]
    [InlineData("NAMESPACE x y z")]
    [InlineData("NAMESPACE ((")]
    public void What_cannot_be_read_is_malformed(string line) => Assert.Throws<ImapProtocolException>(() => new NamespaceCommand().Collect(line));

    [Fact]
    public void Others_are_passed_on()
    {
        new NamespaceCommand().Collect("", out List<string> passedOn, "LIST () \"/\" a");

        Assert.Single(passedOn);
    }

    private static string Show(IReadOnlyList<MailboxNamespace> namespaces) => $"[{string.Join(',', namespaces.Select(Show))}]";

    private static string Show(MailboxNamespace space) =>
        $"{space.Prefix}{(space.Delimiter is { } delimiter ? delimiter.ToString() : "-")}{string.Concat(space.Extensions.Select(extension => $" {extension.Key}={string.Join(';', extension.Value)}"))}";
}
