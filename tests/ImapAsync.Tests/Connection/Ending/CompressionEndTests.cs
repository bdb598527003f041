using System.IO.Compression;

namespace ImapAsync.Tests;

/// <summary>COMPRESS: a server that ends the compressed stream has ended the connection, though the socket stays open (RFC 1951 §3.2.3: the last block).</summary>
public class CompressionEndTests
{
    [Theory]
    [InlineData("")]
    [InlineData("* OK going\r\n")]
    [InlineData("* LIST () \"/\" {5}\r\nab")]
    [InlineData("* 1 FETCH (BODY[] {100}\r\nab")]
    public async Task Waiting_callers_are_notified_at_once(string last)
    {
        await using HostileServer server = Ending(last);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.None);
        await connection.CompressAsync().InTime();

        ImapConnectionException lost = await connection.NoopAsync().FailsAsync<ImapConnectionException>();

        Assert.StartsWith("The server closed the connection", lost.Message, StringComparison.Ordinal);
        Assert.Equal(CommandOutcome.Unknown, lost.Outcome);
    }

    [Fact]
    public async Task A_final_BYE_says_why()
    {
        await using HostileServer server = Ending("* BYE idle for too long");
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.None);
        await connection.CompressAsync().InTime();

        Assert.Equal("idle for too long", (await connection.NoopAsync().FailsAsync<ImapConnectionException>()).ByeText);
    }

    [Fact]
    public async Task A_connection_that_nobody_waits_on_ends_too()
    {
        await using HostileServer server = new(static async peer =>
        {
            await peer.SendAsync("* PREAUTH [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] ready\r\n");
            await peer.AnswerAsync("A1 COMPRESS DEFLATE", "A1 OK begin\r\n");
            await EndAsync(peer, "");
        });
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.None);
        await connection.CompressAsync().InTime();

        await connection.Core.End.WhenOver().InTime();
        Assert.Equal(ImapConnectionState.Logout, connection.State);
    }

    private static HostileServer Ending(string last) => new(async peer =>
    {
        await peer.SendAsync("* PREAUTH [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] ready\r\n");
        await peer.AnswerAsync("A1 COMPRESS DEFLATE", "A1 OK begin\r\n");
        await peer.Stream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);
        await EndAsync(peer, last);
    });

    // An empty stream would have no block at all.
    private static async Task EndAsync(HostilePeer peer, string last)
    {
        await using DeflateStream stream = new(peer.Stream, CompressionLevel.Fastest, leaveOpen: true);
        await stream.SendAsync("* OK the end\r\n" + last);
    }
}
