namespace ImapAsync.Tests;

public sealed class PipeliningTests
{
    [Fact]
    public async Task Commands_sent_together_leave_in_one_write()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<ImapResult<ImapNothing>>[] sent = [.. Enumerable.Range(0, 3).Select(_ => server.Connection.SendAsync(new NoopCommand()).AsTask())];

        Assert.Equal("A1 NOOP\r\nA2 NOOP\r\nA3 NOOP\r\n", await server.ReceiveAllAsync());

        await server.SendAsync("A1 OK one\r\nA2 NO [TRYCREATE] two\r\nA3 BAD three\r\n");
        ImapResult<ImapNothing>[] results = await Task.WhenAll(sent);
        Assert.Equal([ImapStatus.Ok, ImapStatus.No, ImapStatus.Bad], results.Select(static result => result.Status));
        Assert.Equal("TRYCREATE", results[1].Code!.Name);
    }
}
