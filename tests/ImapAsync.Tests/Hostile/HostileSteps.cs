namespace ImapAsync.Tests;

/// <summary>Steps that many attacks have.</summary>
internal static class HostileSteps
{
    public const string Greeting = "* OK [CAPABILITY IMAP4rev1 LITERAL+ IDLE COMPRESS=DEFLATE UIDPLUS CONDSTORE QRESYNC ENABLE] ready\r\n";

    /// <summary>A server that greets correctly, and answers the first command with an attack. To all others it says OK.</summary>
    public static HostileServer Answering(Func<HostilePeer, string, Task> attack, string greeting = Greeting) => new(async peer =>
    {
        await peer.SendAsync(greeting);
        string line = await peer.ReadLineAsync();
        await attack(peer, line.Split(' ')[0]);
    });

    /// <summary>A server that lets the client select a mailbox first.</summary>
    public static HostileServer AnsweringSelected(Func<HostilePeer, string, Task> attack, int exists = 10) => new(async peer =>
    {
        await peer.SendAsync(Greeting);
        string select = await peer.ReadLineAsync();
        await peer.SendAsync($"* {exists} EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n{select.Split(' ')[0]} OK [READ-WRITE] selected\r\n");
        string line = await peer.ReadLineAsync();
        await attack(peer, line.Split(' ')[0]);
    });

    public static ImapConnectionOptions Plain => new() { AllowPlaintext = true };

    public static Task<ImapConnection> ConnectAsync(this HostileServer server, ImapConnectionOptions? options = null) =>
        server.ConnectAsync(ImapSecurity.None, options ?? Plain);

    /// <summary>The next command on the same connection works.</summary>
    public static async Task<string> SurvivesAsync(this ImapConnection connection)
    {
        Assert.True((await connection.SendAsync(new NoopCommand()).InTime()).IsOk);
        return "survives";
    }

    /// <summary>The task ends in one exception, which names the limit and leaves the outcome open; the next command was not sent.</summary>
    public static async Task<string> DiesByLimitAsync(this ImapConnection connection, Task task, string limit)
    {
        ImapConnectionException lost = await connection.DiesAsync(task);
        Assert.Equal(limit, Assert.IsType<ImapLimitException>(lost.InnerException).Limit);
        Assert.Contains(limit, lost.Message, StringComparison.Ordinal);
        return $"ends with `ImapConnectionException`: `{limit}`";
    }

    /// <summary>The task ends in one exception that leaves the outcome open; the next command was not sent.</summary>
    public static async Task<ImapConnectionException> DiesAsync(this ImapConnection connection, Task task)
    {
        ImapConnectionException lost = await task.FailsAsync<ImapConnectionException>();
        Assert.True(lost.Outcome == CommandOutcome.Unknown, lost.ToString());
        ImapConnectionException next = await connection.SendAsync(new NoopCommand()).AsTask().FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.NotSent, next.Outcome);
        return lost;
    }
}
