namespace ImapAsync.Tests;

public sealed class RoutingTests
{
    [Fact]
    public async Task New_flags_of_the_mailbox_are_known()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A2 NOOP\r\n", "* FLAGS (\\Seen \\Deleted $Work)\r\n{tag} OK done\r\n");
        await noop.InTime();
        Assert.Equal(FlagSet.Of(Flag.Seen, Flag.Deleted, new Flag("$Work")), mailbox.Flags);
    }

    // Dovecot begins to answer the next command before it sends the tag of the previous one.
    [Theory]
    [InlineData("ENVELOPE", "ENVELOPE", "ENVELOPE NIL", "ENVELOPE NIL")]
    [InlineData("FLAGS", "FLAGS", "FLAGS ()", "FLAGS (\\Seen)")]
    [InlineData("FLAGS", "FLAGS ENVELOPE", "FLAGS ()", "FLAGS () ENVELOPE NIL")]
    [InlineData("BODY.PEEK[HEADER]", "BODY.PEEK[1]", "BODY[HEADER] {1}\r\nx", "BODY[1] {1}\r\ny")]
    [InlineData("BODY.PEEK[1]", "BODY.PEEK[1]", "BODY[1] {1}\r\nx", "BODY[1] {1}\r\ny")]
    public async Task The_second_answer_about_a_message_is_the_second_commands(string first, string second, string firstAnswer, string secondAnswer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> one = mailbox.SendAsync(Fetch(first)).AsTask();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> two = mailbox.SendAsync(Fetch(second)).AsTask();
        await server.ExpectAsync($"A2 UID FETCH 7:8 ({WithUid(first)})\r\nA3 UID FETCH 7:8 ({WithUid(second)})\r\n");
        await server.SendAsync($"* 1 FETCH (UID 7 {firstAnswer})\r\n* 2 FETCH (UID 8 {firstAnswer})\r\n");
        await server.SendAsync($"* 1 FETCH (UID 7 {secondAnswer})\r\n* 2 FETCH (UID 8 {secondAnswer})\r\nA2 OK late\r\nA3 OK done\r\n");

        Assert.Equal([7u, 8u], (await one.InTime()).Value.Select(static message => message.Uid.Value));
        Assert.Equal([7u, 8u], (await two.InTime()).Value.Select(static message => message.Uid.Value));
    }

    [Fact]
    public async Task The_second_change_of_a_message_is_the_second_commands()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox mailbox = await server.SelectAsync();
        Task<ImapResult<StoreResult<UidSet>>> one = mailbox.SendAsync(new UidStoreCommand(new Uid(7), FlagOperation.Add, FlagSet.Of(Flag.Seen))).AsTask();
        Task<ImapResult<StoreResult<UidSet>>> two = mailbox.SendAsync(new UidStoreCommand(new Uid(7), FlagOperation.Add, FlagSet.Of(Flag.Draft))).AsTask();
        await server.ExpectAsync("A2 UID STORE 7 +FLAGS (\\Seen)\r\nA3 UID STORE 7 +FLAGS (\\Draft)\r\n");
        await server.SendAsync("* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n* 1 FETCH (UID 7 FLAGS (\\Seen \\Draft))\r\nA2 OK late\r\nA3 OK done\r\n");

        Assert.Equal(FlagSet.Of(Flag.Seen), Assert.Single((await one.InTime()).Value.Changed).Flags);
        Assert.Equal(FlagSet.Of(Flag.Seen, Flag.Draft), Assert.Single((await two.InTime()).Value.Changed).Flags);
    }

    [Fact]
    public async Task What_is_kept_for_later_is_bounded()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        string filler = new('x', 60_000);
        for (int i = 0; i < 200; i++)
            await server.SendAsync($"* X{i % 20} {i} {filler}\r\n");
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "* X19 last\r\n{tag} OK done\r\n");
        await noop.InTime();

        List<UntypedResponse> kept = [.. Enumerable.Range(0, 20).SelectMany(i => server.Connection.TakeResponses($"X{i}"))];
        Assert.InRange(kept.Sum(response => response.Raw.Length), 60_000, 4 << 20);
        Assert.Contains(kept, response => response.Text == "X19 last");
    }

    // Requested first if a body is to be streamed, so that the message is known before it.
    private static string WithUid(string items) => items == "BODY.PEEK[1]" ? "UID " + items : items;

    private static UidFetchCommand Fetch(string items) => new(UidSet.Parse("7:8"), FetchItems.Of([.. items.Split(' ').Select(FetchItem.Raw)]));
}
