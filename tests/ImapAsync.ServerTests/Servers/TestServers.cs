using ImapAsync.ServerTests;

[assembly: AssemblyFixture(typeof(TestServers))]

namespace ImapAsync.ServerTests;

/// <summary>
/// The servers of this test run: each started when the first test needs it, and stopped after the last test.
/// A test class takes this in its constructor.
/// </summary>
public sealed class TestServers : IAsyncDisposable
{
    private readonly Lazy<Task<ServerProcess>> _dovecot = new(() => ServerProcess.StartAsync(ServerKind.Dovecot));
    private readonly Lazy<Task<ServerProcess>> _cyrus = new(() => ServerProcess.StartAsync(ServerKind.Cyrus));

    private static bool Required => Environment.GetEnvironmentVariable("IMAPASYNC_SERVERS") == "required";

    /// <summary>The running server. If it is missing and cannot be installed, the test is skipped, or fails if IMAPASYNC_SERVERS=required.</summary>
    public async ValueTask<TestServer> GetAsync(ServerKind kind)
    {
        try
        {
            ServerProcess process = await (kind == ServerKind.Cyrus ? _cyrus : _dovecot).Value;
            return process.Server;
        }
        catch (ServerMissingException missing) when (!Required)
        {
            Assert.Skip(missing.Message);
            throw; // not reached: Skip throws
        }
    }

    public ValueTask<TestServer> GetDovecotAsync() => GetAsync(ServerKind.Dovecot);

    public ValueTask<TestServer> GetCyrusAsync() => GetAsync(ServerKind.Cyrus);

    public async ValueTask DisposeAsync() => await Task.WhenAll(StopAsync(_dovecot), StopAsync(_cyrus));

    private static async Task StopAsync(Lazy<Task<ServerProcess>> server)
    {
        if (server.IsValueCreated && server.Value.IsCompletedSuccessfully)
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
