using System.Text;

namespace ImapAsync.Tests;

/// <summary>Several FETCH commands in progress on one connection, answered in the server's own order: Dovecot does that while it waits for the client to read.</summary>
public sealed class CrossedFetchTests
{
    [Fact]
    public async Task Each_answer_goes_to_the_command_that_it_fits()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<string> bodies = ReadBodiesAsync(mailbox);
        Assert.StartsWith("A2 UID FETCH 1:2 ", await server.ReceiveLineAsync(), StringComparison.Ordinal);
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> header = mailbox.SendAsync(new UidFetchCommand(new Uid(2), [FetchItem.Flags, FetchItem.Body(BodySection.HeaderFields("X-Id"))])).AsTask();
        await server.ExpectAsync("A3 UID FETCH 2 (FLAGS BODY.PEEK[HEADER.FIELDS (X-Id)])\r\n");
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> sizes = mailbox.SendAsync(new UidFetchCommand(UidSet.All, [FetchItem.Size])).AsTask();
        Assert.StartsWith("A4 UID FETCH 1:* ", await server.ReceiveLineAsync(), StringComparison.Ordinal);

        await server.SendAsync(
            "* 1 FETCH (UID 1 RFC822.SIZE 11)\r\n* 2 FETCH (UID 2 FLAGS (\\Seen) BODY[HEADER.FIELDS (X-ID)] {9}\r\nX-Id: 2\r\n)\r\n" +
            "* 1 FETCH (UID 1 BODY[] {3}\r\none)\r\n* 2 FETCH (UID 2 RFC822.SIZE 22)\r\nA4 OK done\r\nA3 OK done\r\n" +
            "* 2 FETCH (UID 2 BODY[] {3}\r\ntwo)\r\nA2 OK done\r\n");

        Assert.Equal("1 one 2 two ", await bodies.InTime());
        Assert.Equal("2", Assert.Single((await header.InTime()).Value).Headers.Get("X-Id"));
        Assert.Equal([11L, 22L], (await sizes.InTime()).Value.Select(static message => message.Size));
    }

    [Fact]
    public async Task Each_of_two_that_ask_for_the_same_has_each_message_once()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<string> first = ReadBodiesAsync(mailbox);
        Assert.StartsWith("A2 UID FETCH 1:2 ", await server.ReceiveLineAsync(), StringComparison.Ordinal);
        Task<string> second = ReadBodiesAsync(mailbox);
        Assert.StartsWith("A3 UID FETCH 1:2 ", await server.ReceiveLineAsync(), StringComparison.Ordinal);

        await server.SendAsync(
            "* 2 FETCH (UID 2 BODY[] {3}\r\ntwo)\r\n* 1 FETCH (UID 1 BODY[] {3}\r\none)\r\n* 1 FETCH (UID 1 BODY[] {3}\r\none)\r\n" +
            "* 2 FETCH (UID 2 BODY[] {3}\r\ntwo)\r\nA3 OK done\r\nA2 OK done\r\n");

        Assert.Equal("2 two 1 one ", await first.InTime());
        Assert.Equal("1 one 2 two ", await second.InTime());
    }

    // A command that requested less than the server reports is answered by it anyway if no other command is.
    [Fact]
    public async Task An_answer_that_fits_no_command_goes_to_the_first_that_might_take_it()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> envelope = mailbox.SendAsync(new UidFetchCommand(new Uid(1), [FetchItem.Envelope, FetchItem.Size])).AsTask();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> date = mailbox.SendAsync(new UidFetchCommand(new Uid(1), [FetchItem.InternalDate])).AsTask();
        Assert.StartsWith("A2 UID FETCH 1 ", await server.ReceiveLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith("A3 UID FETCH 1 ", await server.ReceiveLineAsync(), StringComparison.Ordinal);

        await server.SendAsync(
            "* 1 FETCH (UID 1 RFC822.SIZE 11)\r\nA2 OK done\r\n* 1 FETCH (UID 1 INTERNALDATE \"01-Jan-2026 00:00:00 +0000\")\r\nA3 OK done\r\n");

        Assert.Equal(11, Assert.Single((await envelope.InTime()).Value).Size);
        Assert.NotNull(Assert.Single((await date.InTime()).Value).InternalDate);
    }

    private static async Task<string> ReadBodiesAsync(SelectedMailbox mailbox)
    {
        StringBuilder read = new();
        await foreach (FetchedMessage message in mailbox.StreamAsync(new UidFetchCommand(UidSet.Of(new Uid(1), new Uid(2)), [FetchItem.Body()])))
        {
            using StreamReader body = new(message.OpenBody());
            read.Append($"{message.Uid} {await body.ReadToEndAsync()} ");
        }

        return read.ToString();
    }
}
