namespace ImapAsync.Tests;

/// <summary>Accounts whose servers are scripted.</summary>
internal static class ScriptedAccount
{
    /// <summary>Options for alice, whose connections go to that server. The network counts as trusted.</summary>
    public static ImapClientOptions OptionsFor(this ScriptedServer server) => new()
    {
        Host = "imap.example.org",
        Security = ImapSecurity.None,
        UserName = "alice",
        Connection = ConnectionTo(server) with { AllowPlaintext = true },
    };

    public static ImapConnectionOptions ConnectionTo(params ScriptedServer[] servers)
    {
        Queue<ScriptedServer> next = new(servers);
        return new() { Transport = new() { ConnectCallback = _ => new(next.Dequeue().ClientTransport()) } };
    }

    /// <summary>Connects while the server sends its greeting.</summary>
    public static async Task<Task<ImapConnection>> ConnectAsync(this ScriptedServer server, ImapClientOptions options, string greeting)
    {
        Task<ImapConnection> connecting = new ImapClient(options).ConnectAsync(TestContext.Current.CancellationToken);
        await server.SendAsync(greeting);
        return connecting;
    }
}
