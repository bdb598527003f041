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
}
