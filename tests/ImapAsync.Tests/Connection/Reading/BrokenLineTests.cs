using System.Text;

namespace ImapAsync.Tests;

/// <summary>A response broken by a misplaced line end: the rest is reported to the caller that has the beginning.</summary>
public sealed class BrokenLineTests
{
    [Theory]
    [InlineData(@"* 1 FETCH (UID 5 FLAGS (\Seen)", "ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL))")]
    [InlineData(@"* 1 FETCH (UID 5 FLAGS (\Seen) ENVELOPE (NIL ""a", @"b"" NIL NIL NIL NIL NIL NIL NIL NIL))")]
    [InlineData(@"* 1 FETCH (UID 5 FLAGS (\Seen) ENVELOPE (NIL ""version", @"a1 b"" NIL NIL NIL NIL NIL NIL NIL NIL))")]
    [InlineData("* 1 FETCH (UID 5 FLAGS (\\Seen) BODY[] {2}\r\nhi", "RFC822.SIZE 2)")]
    [InlineData(@"* 1 FETCH (UID 5 FLAGS (\Seen)", ")")]
    [InlineData(@"* 1 FETCH (UID 5 FLAGS (\Seen) RFC822.SIZE", "2)")]
    public async Task The_message_reports_the_rest_of_its_response(string line, string rest)
    {
        FetchItems asked = [FetchItem.Flags, FetchItem.Envelope, FetchItem.Size, FetchItem.Body()];
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> gathering = inbox.SendAsync(new UidFetchCommand(new Uid(5), asked)).AsTask();
        await server.ReceiveLineAsync();
        await server.SendAsync($"{line}\r\n{rest}\r\nA2 OK done\r\n");
        Check(Assert.Single((await gathering.InTime()).Value), rest);

        Task<List<FetchedMessage>> streaming = inbox.StreamAsync(new UidFetchCommand(new Uid(5), asked)).ToListAsync().AsTask();
        await server.ReceiveLineAsync();
        await server.SendAsync($"{line}\r\n{rest}\r\nA3 OK done\r\n");
        Check(Assert.Single(await streaming.InTime()), rest);
    }

    // A message is handed over as soon as its response is read: by then it may have been looked at.
    [Fact]
    public async Task A_streamed_message_that_was_already_read_leaves_it_to_the_command()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        ImapItems<FetchedMessage> stream = inbox.StreamAsync(new UidFetchCommand(new Uid(5), FetchItems.Flags));
        await using IAsyncEnumerator<FetchedMessage> messages = stream.GetAsyncEnumerator();
        ValueTask<bool> moving = messages.MoveNextAsync();
        await server.ReceiveLineAsync();
        await server.SendAsync("* 1 FETCH (UID 5 FLAGS (\\Seen)\r\n");
        Assert.True(await moving.InTime());
        _ = messages.Current.Malformed;

        await server.SendAsync("ENVELOPE (NIL))\r\nA2 OK done\r\n");
        Assert.False(await messages.MoveNextAsync().InTime());
        MalformedResponse rest = Assert.Single((await stream.Completion.InTime()).Malformed);
        Assert.Equal("ENVELOPE (NIL))", Encoding.ASCII.GetString(rest.Raw.Span));
    }

    [Fact]
    public async Task A_command_without_messages_reports_it_itself()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<ImapResult<IReadOnlyList<MailboxInfo>>> listing = server.Connection.SendAsync(new ListCommand("", "*")).AsTask();
        await server.AnswerAsync("A1 LIST \"\" *\r\n", "* LIST () \"/\" a\r\nb\r\n\r\nc\r\n{tag} OK done\r\nd\r\n");
        Assert.Equal(["b", "c"], (await listing.InTime()).Malformed.Select(static rest => Encoding.ASCII.GetString(rest.Raw.Span)));
    }

    private static void Check(FetchedMessage message, string rest)
    {
        Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
        Assert.Contains(rest, message.Malformed.Select(static malformed => Encoding.ASCII.GetString(malformed.Raw.Span)));
    }
}
