namespace ImapAsync.Tests;

/// <summary>
/// Several commands that change mail are in progress, and what the server reports names the messages of one of them.
/// </summary>
public sealed class SharedChangeTests
{
    private static readonly UidSet Five = UidSet.Parse("5");
    private static readonly UidSet Six = UidSet.Parse("6");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task COPYUID_goes_to_the_command_that_has_its_sources(bool moves) => RunAsync(async (server, inbox) =>
    {
        string name = moves ? "UID MOVE" : "UID COPY";
        (Task<ImapResult<CopyResult>> first, Task<ImapResult<CopyResult>> second) = await BothAsync(
            server, Copy(inbox, Five, "a"), $"A2 {name} 5 a\r\n", () => Copy(inbox, Six, "b")(), $"A3 {name} 6 b\r\n");
        await server.SendAsync("* OK [COPYUID 8 6 22] x\r\nA2 NO no\r\nA3 OK done\r\n");
        Assert.Null((await first.InTime()).PartialValue);
        Assert.Equal(new Uid(22), (await second.InTime()).Value.DestinationOf(new Uid(6)));

        (first, second) = await BothAsync(
            server, Copy(inbox, Five, "a"), $"A4 {name} 5 a\r\n", Copy(inbox, Six, "b"), $"A5 {name} 6 b\r\n");
        await server.SendAsync("* OK [COPYUID 9 6 22] x\r\n* OK [COPYUID 9 5 21] x\r\nA4 OK done\r\nA5 OK done\r\n");
        Assert.Equal("5 -> 21", Told(await first.InTime()));
        Assert.Equal("6 -> 22", Told(await second.InTime()));

        Func<Task<ImapResult<CopyResult>>> Copy(SelectedMailbox mailbox, UidSet uids, string to) => () => mailbox.SendAsync(
            moves ? (ImapCommand<CopyResult>)new UidMoveCommand(uids, to) : new UidCopyCommand(uids, to)).AsTask();
    });

    // If a command names its messages by number, nobody knows which they are.
    [Fact]
    public Task COPYUID_of_others_goes_to_the_first() => RunAsync(async (server, inbox) =>
    {
        (Task<ImapResult<CopyResult>> first, Task<ImapResult<CopyResult>> second) = await BothAsync(
            server, () => inbox.SendAsync(new CopyCommand(SequenceSet.Parse("1"), "a")).AsTask(), "A2 COPY 1 a\r\n",
            () => inbox.SendAsync(new UidCopyCommand(Six, "b")).AsTask(), "A3 UID COPY 6 b\r\n");
        await server.SendAsync(
            "* OK [COPYUID 8 6 22] x\r\n* OK [COPYUID 8 5 21] x\r\nA2 OK done\r\nA3 OK done\r\n");
        Assert.Equal("5 -> 21", Told(await first.InTime()));
        Assert.Equal("6 -> 22", Told(await second.InTime()));
    });

    [Theory]
    [InlineData("* VANISHED 6\r\n", "", "6")]
    [InlineData("* VANISHED 5\r\n", "5", "")]
    [InlineData("* VANISHED 5:6\r\n", "5", "6")]
    [InlineData("* VANISHED 6\r\n* VANISHED 5\r\n", "5", "6")]
    [InlineData("* VANISHED 5:9\r\n", "5", "6")]
    [InlineData("* VANISHED 9\r\n", "9", "")]
    public Task VANISHED_is_reported_to_the_command_that_asked(string lines, string moved, string expunged) => RunAsync(
        async (server, inbox) =>
        {
            (Task<ImapResult<CopyResult>> move, Task<ImapResult<ExpungeResult>> expunge) = await BothAsync(
                server, () => inbox.SendAsync(new UidMoveCommand(Five, "a")).AsTask(), "A2 UID MOVE 5 a\r\n",
                () => inbox.SendAsync(new UidExpungeCommand(Six)).AsTask(), "A3 UID EXPUNGE 6\r\n");
            await server.SendAsync(lines + "A2 NO no\r\nA3 NO no\r\n");
            Assert.Equal(moved, (await move.InTime()).PartialValue?.Removed.Uids.ToString() ?? "");
            Assert.Equal(expunged, (await expunge.InTime()).PartialValue?.Uids.ToString() ?? "");

            (expunge, move) = await BothAsync(
                server, () => inbox.SendAsync(new UidExpungeCommand(Six)).AsTask(), "A4 UID EXPUNGE 6\r\n",
                () => inbox.SendAsync(new UidMoveCommand(Five, "a")).AsTask(), "A5 UID MOVE 5 a\r\n");
            await server.SendAsync(lines + "A4 OK done\r\nA5 OK done\r\n");
            long all = (await move.InTime()).Value.Removed.Count + (await expunge.InTime()).Value.Count;
            Assert.InRange(all, 1, 2);
        });

    // If it is unclear whose it is, neither gets the outcome that nothing was done.
    [Theory]
    [InlineData("* VANISHED 5:6\r\n", 0)]
    [InlineData("* VANISHED x\r\n", 1)]
    [InlineData("* VANISHED 5,6,x\r\n", 1)]
    public Task An_empty_VANISHED_is_reported_to_nobody(string line, int malformed) => RunAsync(async (server, inbox) =>
    {
        (Task<ImapResult<ExpungeResult>> first, Task<ImapResult<ExpungeResult>> second) = await BothAsync(
            server, () => inbox.SendAsync(new UidExpungeCommand(UidSet.Parse("5:6"))).AsTask(), "A2 UID EXPUNGE 5:6\r\n",
            () => inbox.SendAsync(new UidExpungeCommand(Six)).AsTask(), "A3 UID EXPUNGE 6\r\n");
        await server.SendAsync(line + "A2 NO no\r\nA3 NO no\r\n");
        foreach (ImapResult<ExpungeResult> result in new[] { await first.InTime(), await second.InTime() })
        {
            Assert.NotNull(result.PartialValue);
            Assert.Equal(malformed, result.Malformed.Count);
        }
    });

    // What a MOVE removes does not answer an EXPUNGE of all, before or after it.
    [Fact]
    public Task EXPUNGE_gets_what_nobody_named() => RunAsync(async (server, inbox) =>
    {
        (Task<ImapResult<ExpungeResult>> expunge, Task<ImapResult<CopyResult>> move) = await BothAsync(
            server, () => inbox.SendAsync(new ExpungeCommand()).AsTask(), "A2 EXPUNGE\r\n",
            () => inbox.SendAsync(new UidMoveCommand(Six, "a")).AsTask(), "A3 UID MOVE 6 a\r\n");
        await server.SendAsync("* VANISHED 8\r\n* VANISHED 6\r\nA2 OK done\r\nA3 OK done\r\n");
        Assert.Equal("6,8", (await expunge.InTime()).Value.Uids.ToString());
        Assert.Equal("6", (await move.InTime()).Value.Removed.Uids.ToString());

        (move, expunge) = await BothAsync(
            server, () => inbox.SendAsync(new UidMoveCommand(Six, "a")).AsTask(), "A4 UID MOVE 6 a\r\n",
            () => inbox.SendAsync(new ExpungeCommand()).AsTask(), "A5 EXPUNGE\r\n");
        await server.SendAsync("* VANISHED 6\r\n* VANISHED 8\r\nA4 OK done\r\nA5 OK done\r\n");
        Assert.Equal("6", (await move.InTime()).Value.Removed.Uids.ToString());
        Assert.Equal("8", (await expunge.InTime()).Value.Uids.ToString());
    });

    [Theory]
    [InlineData("* OK [MODIFIED 6] x\r\n* OK [MODIFIED 7] x\r\n", "6", "7")]
    [InlineData("* OK [MODIFIED 7] x\r\n", "", "7")]
    [InlineData("* OK [MODIFIED 6:7] x\r\n", "6", "7")]
    [InlineData("* OK [MODIFIED 9] x\r\n", "9", "")]
    public Task MODIFIED_goes_to_the_command_that_names_the_message(string lines, string first, string second) => RunAsync(
        async (server, inbox) =>
        {
            (Task<ImapResult<StoreResult<UidSet>>> one, Task<ImapResult<StoreResult<UidSet>>> other) = await BothAsync(
                server,
                () => inbox.SendAsync(Store("5:6")).AsTask(),
                "A2 UID STORE 5:6 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n",
                () => inbox.SendAsync(Store("7")).AsTask(),
                "A3 UID STORE 7 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n");
            await server.SendAsync(lines + "A2 OK done\r\nA3 OK done\r\n");
            Assert.Equal(first, (await one.InTime()).Value.Modified.ToString());
            Assert.Equal(second, (await other.InTime()).Value.Modified.ToString());

            (Task<ImapResult<StoreResult<SequenceSet>>> a, Task<ImapResult<StoreResult<SequenceSet>>> b) = await BothAsync(
                server,
                () => inbox.SendAsync(StoreByNumber("5:6")).AsTask(),
                "A4 STORE 5:6 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n",
                () => inbox.SendAsync(StoreByNumber("7")).AsTask(),
                "A5 STORE 7 (UNCHANGEDSINCE 12) +FLAGS (\\Seen)\r\n");
            await server.SendAsync(lines + "A4 OK done\r\nA5 OK done\r\n");
            Assert.Equal(first, (await a.InTime()).Value.Modified.ToString());
            Assert.Equal(second, (await b.InTime()).Value.Modified.ToString());

            static UidStoreCommand Store(string uids) =>
                new(UidSet.Parse(uids), FlagOperation.Add, Flag.Seen) { UnchangedSince = new(12) };
            static StoreCommand StoreByNumber(string numbers) =>
                new(SequenceSet.Parse(numbers), FlagOperation.Add, Flag.Seen) { UnchangedSince = new(12) };
        });

    private static string Told(ImapResult<CopyResult> result) => $"{result.Value.Source} -> {result.Value.Destination}";

    private static async Task<(Task<T> First, Task<TOther> Second)> BothAsync<T, TOther>(
        ScriptedServer server, Func<Task<T>> first, string written, Func<Task<TOther>> second, string writtenThen)
    {
        Task<T> one = first();
        await server.ExpectAsync(written);
        Task<TOther> other = second();
        await server.ExpectAsync(writtenThen);
        return (one, other);
    }

    private static async Task RunAsync(Func<ScriptedServer, SelectedMailbox, Task> conversation)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        await conversation(server, await server.SelectAsync());
    }
}
