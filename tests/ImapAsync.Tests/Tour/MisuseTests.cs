namespace ImapAsync.Tests;

/// <summary>Members used at the wrong moment: the exception says so, and nothing is left half done.</summary>
public sealed class MisuseTests
{
    [Fact]
    public async Task A_connection_that_was_disposed_of_sends_nothing()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task disposing = server.Connection.DisposeAsync().AsTask();
        await server.AnswerAsync("A1 LOGOUT\r\n", "* BYE bye\r\n{tag} OK done\r\n");
        await server.CloseAsync();
        await disposing.InTime();

        ImapConnectionException closed = await server.Connection.NoopAsync().FailsAsync<ImapConnectionException>();

        Assert.Equal("The connection was logged out before NOOP was sent. Outcome: not sent.", closed.Message);
        Assert.Equal(CommandOutcome.NotSent, closed.Outcome);
    }

    [Fact]
    public async Task A_mailbox_that_is_no_longer_selected_is_not_touched()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        SelectedMailbox archive = await server.SelectAsync("Archive", tag: "A2");

        ImapSelectionException refusal = await inbox.AddFlagsAsync(new Uid(7), Flag.Deleted).FailsAsync<ImapSelectionException>();

        Assert.Equal("", await server.ReceiveAllAsync());
        Assert.Contains("INBOX", refusal.Message, StringComparison.Ordinal);
        Task store = archive.AddFlagsAsync(new Uid(7), Flag.Deleted);
        string line = await server.ReceiveLineAsync();
        Assert.EndsWith(" UID STORE 7 +FLAGS.SILENT (\\Deleted)", line, StringComparison.Ordinal);
        await server.SendAsync($"{line.Split(' ')[0]} OK done\r\n");
        await store.InTime();
    }

    [Fact]
    public async Task A_section_that_the_message_does_not_have_is_missing()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        BodyPart third = new BodyPart { Children = [new(), new(), new()] }.Children[2];

        Task<Stream> opening = inbox.OpenPartAsync(new Uid(7), third);
        await server.AnswerAsync("A2 UID FETCH 7 (UID BODY.PEEK[3])\r\n", "* 1 FETCH (UID 7 BODY[3] NIL)\r\n{tag} OK done\r\n");

        ImapNotFoundException refusal = await opening.FailsAsync<ImapNotFoundException>();
        Assert.Equal("The server has no text for part 3 of message 7: it sent NIL, as it does for a part that the message does not have.", refusal.Message);
        Task next = server.Connection.NoopAsync();
        await server.AnswerAsync("A3 NOOP\r\n", "{tag} OK done\r\n");
        await next.InTime();
    }

    [Fact]
    public async Task An_item_that_was_not_fetched_says_how_to_get_it()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> fetching = inbox.SendAsync(new UidFetchCommand(new Uid(7), FetchItems.Flags)).AsTask();
        await server.AnswerAsync("A2 UID FETCH 7 (FLAGS)\r\n", "* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n{tag} OK done\r\n");
        FetchedMessage message = Assert.Single((await fetching.InTime()).Value);

        Assert.Contains("FetchItem", Assert.Throws<InvalidOperationException>(() => message.Envelope).Message, StringComparison.Ordinal);
        Assert.Contains("BODY.PEEK[]", (await Assert.ThrowsAsync<InvalidOperationException>(() => message.CopyBodyToAsync(Stream.Null, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }
}
