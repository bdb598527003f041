using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>Messages with NULs (RFC 3516): raw only in BINARY.</summary>
public sealed class BinaryWireTests
{
    private const string Octet = "Content-Type: application/octet-stream\r\n";
    private const string Encoded = "Content-Transfer-Encoding: base64\r\n\r\neAB5\r\n";
    private const string Leaf = "A: b\r\nMIME-Version: 1.0\r\n" + Octet + "Content-Transfer-Encoding: binary\r\n\r\nx\0y";
    private const string LeafKept = "A: b\r\nMIME-Version: 1.0\r\n" + Octet + Encoded;
    private const string Multipart = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\npre\r\n--b\r\n";

    [Theory]
    [InlineData(Leaf, LeafKept, "1")]
    [InlineData("A: b\r\n\r\nx\0y", "A: b\r\nMIME-Version: 1.0\r\n" + Encoded, "1")]
    [InlineData("\r\nx\0y", "MIME-Version: 1.0\r\n" + Encoded, "1")]
    [InlineData(
        Multipart + "\r\ntext\r\n--b\r\n" + Octet + "\r\nx\0y\r\n--b--\r\nafter",
        Multipart + "\r\ntext\r\n--b\r\n" + Octet + Encoded + "\r\n--b--\r\nafter", "2")]
    [InlineData(
        Multipart + "Content-Type: message/rfc822\r\n\r\n" + Leaf + "\r\n--b--\r\n",
        Multipart + "Content-Type: message/rfc822\r\n\r\n" + LeafKept + "\r\n--b--\r\n", "1.1")]
    public async Task Parts_with_nuls_are_kept_in_base64(string message, string kept, string part)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        await client.SendAsync($"A1 APPEND INBOX ~{{{message.Length}+}}\r\n{message}\r\n");
        Assert.EndsWith("A1 OK [APPENDUID 1000000001 4] Appended\r\n", await client.UntilTaggedAsync("A1"), StringComparison.Ordinal);
        Assert.Equal(
            $"* 4 FETCH (RFC822.SIZE {kept.Length} BODY[] {{{kept.Length}}}\r\n{kept} BINARY[{part}] ~{{3}}\r\nx\0y BINARY.SIZE[{part}] 3)\r\nA2 OK Fetched\r\n",
            await client.CommandAsync($"A2 FETCH 4 (RFC822.SIZE BODY.PEEK[] BINARY.PEEK[{part}] BINARY.SIZE[{part}])"));
        foreach (string item in new[] { "RFC822", "RFC822.TEXT", "BODY.PEEK[TEXT]", $"BODY.PEEK[{part}]", "BINARY.PEEK[]", "BODYSTRUCTURE", "ENVELOPE" })
            Assert.DoesNotContain("\0", await client.CommandAsync($"A3 UID FETCH 4 {item}"), StringComparison.Ordinal);
        Assert.Equal($"* 4 FETCH (BINARY[{part}]<1> ~{{1}}\r\n\0)\r\nA4 OK Fetched\r\n", await client.CommandAsync($"A4 FETCH 4 BINARY.PEEK[{part}]<1.1>"));
        Assert.Equal($"* 4 FETCH (BINARY[{part}]<2> {{1}}\r\ny)\r\nA5 OK Fetched\r\n", await client.CommandAsync($"A5 FETCH 4 BINARY.PEEK[{part}]<2.1>"));
    }

    [Theory]
    [InlineData("A\0: b\r\n\r\ntext")]
    [InlineData("A: b\0")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n\0\r\n--b\r\n\r\ntext\r\n--b--\r\n")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\neAB\0")]
    public async Task They_are_refused_when_no_encoding_helps(string message)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        await client.SendAsync($"A1 APPEND INBOX ~{{{message.Length}+}}\r\n{message}\r\n");
        Assert.StartsWith("A1 NO [UNKNOWN-CTE] ", await client.UntilTaggedAsync("A1"), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(nameof(message), () => server.User("alice").Inbox.Deliver(new ImapTestMessage(Octets.Of(message), FlagSet.Empty)));
    }

    [Fact]
    public async Task What_a_test_delivers_is_kept_the_same_way()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.User("alice").Inbox.Deliver(new ImapTestMessage(Octets.Of(Leaf), FlagSet.Empty));
        await using WireClient client = await WireClient.SelectAsync(server);
        Assert.Equal($"* 4 FETCH (BODY[] {{{LeafKept.Length}}}\r\n{LeafKept})\r\nA1 OK Fetched\r\n", await client.CommandAsync("A1 FETCH 4 BODY.PEEK[]"));
    }
}
