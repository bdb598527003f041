namespace ImapAsync.Tests;

/// <summary>Steps that many scripts have.</summary>
internal static class ScriptedServerSteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Fails a test that would wait for ever.</summary>
    public static Task InTime(this Task task) => task.WaitAsync(Patience);

    /// <inheritdoc cref="InTime(Task)"/>
    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Patience);

    /// <inheritdoc cref="InTime(Task)"/>
    public static Task<T> InTime<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Patience);

    public static async Task<SelectedMailbox> SelectAsync(this ScriptedServer server, string name = "INBOX", int exists = 3, string tag = "A1")
    {
        Task<SelectedMailbox> selecting = server.Connection.SelectAsync(new SelectCommand(name));
        await server.AnswerAsync($"{tag} SELECT {name}\r\n", $"* {exists} EXISTS\r\n{{tag}} OK [READ-WRITE] selected\r\n");
        return await selecting.InTime();
    }

    /// <summary>Listens until the connection idles; with a clock, until the connection has set the timer that ends it.</summary>
    public static async Task<TestListener> IdleAsync(this ScriptedServer server, SelectedMailbox mailbox, ManualTimeProvider? clock = null, string tag = "A2")
    {
        TestListener listener = new(mailbox);
        await server.ExpectAsync($"{tag} IDLE\r\n");
        int timers = clock?.ArmedTimers ?? 0;
        await server.SendAsync("+ idling\r\n");
        if (clock is not null)
            await clock.WhenTimersArmedAsync(timers + 1).InTime();
        return listener;
    }

    /// <summary>The next line that the client wrote, without its end.</summary>
    public static async Task<string> ReceiveLineAsync(this ScriptedServer server)
    {
        System.Text.StringBuilder line = new();
        while (line.Length < 2 || line[^1] != '\n')
            line.Append(await server.ReceiveAsync(1));
        return line.ToString(0, line.Length - 2);
    }

    /// <summary>What the client wrote, up to and with a text.</summary>
    public static async Task<string> ReceiveUntilAsync(this ScriptedServer server, string end)
    {
        System.Text.StringBuilder received = new();
        while (!received.ToString().EndsWith(end, StringComparison.Ordinal))
            received.Append(await server.ReceiveAsync(1));
        return received.ToString();
    }

    public static ImapConnectionOptions Options(TimeProvider? time = null) =>
        new() { AllowPlaintext = true, TimeProvider = time ?? TimeProvider.System };

    /// <summary>The one exception that a task must end with, in time.</summary>
    public static async Task<TException> FailsAsync<TException>(this Task task)
        where TException : Exception => await Assert.ThrowsAnyAsync<TException>(() => task.InTime());
}
