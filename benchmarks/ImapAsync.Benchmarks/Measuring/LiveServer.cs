using System.Diagnostics;

namespace ImapAsync.Benchmarks;

/// <summary>A Dovecot from tests/servers, with the recorded messages in it. The script stops it when its input ends.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    public const int Messages = 2_000;
    private const string TellAndWait = """printf '%s %s\n' "$IMAP_PORT" "$IMAP_CA"; exec cat""";
    private readonly Process _script;
    private readonly int _port;
    private readonly string _certificate;

    private LiveServer(Process script, int port, string certificate) => (_script, _port, _certificate) = (script, port, certificate);

    /// <summary>The works on it: fewer messages, since a mailbox has to be filled first.</summary>
    public static Work[] Works { get; } =
    [
        new("W1a-live", $"W1 (a) against Dovecot, {Messages} messages", "INBOX", "1:*", "1:200", Messages),
        new("W1b-live", $"W1 (b) against Dovecot, {Messages} messages", "INBOX", "1:*", "1:200", Messages),
        new("W3-live", $"W3 against Dovecot, {Messages} messages", "INBOX", "1:*", "1:50", Messages),
    ];

    /// <summary>Starts it; null if the scripts cannot, with the reason on the standard error.</summary>
    public static async Task<LiveServer?> StartAsync()
    {
        string script = Path.Combine(RepositoryFolder.Path, "tests", "servers", "run-with-dovecot.sh");
        ProcessStartInfo start = new(script, ["bash", "-c", TellAndWait]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOVECOT_QUOTA"] = "*:storage=1G";
        try
        {
            Process process = Process.Start(start)!;
            if (await process.StandardOutput.ReadLineAsync() is not { } told)
                return null;
            string[] words = told.Split(' ', 2);
            LiveServer server = new(process, int.Parse(words[0]), words[1]);
            await server.FillAsync();
            return server;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs a work with each peer in turn.</summary>
    public async Task<List<Figure>> RunAsync(Work work, Peer[] peers, int rounds, int warmUpMs)
    {
        // The server creates its index on the first access.
        await peers[0].RunAsync(SettingsFor(work, 0));
        return await Interleaved.RunAsync(work, peers, rounds, peer => peer.RunAsync(SettingsFor(work, warmUpMs)));
    }

    public async ValueTask DisposeAsync()
    {
        _script.StandardInput.Close();
        await _script.WaitForExitAsync();
        _script.Dispose();
    }

    private ClientSettings SettingsFor(Work work, int warmUpMs) =>
        new(work, "127.0.0.1", _port, _certificate, "alice", "alice-pass", work.Mailbox, work.Set, work.WarmUp, warmUpMs, Rounds: 1);

    private async Task FillAsync()
    {
        await using ImapConnection imap = await SdkClient.ConnectAsync(SettingsFor(Works[0], 0));
        await imap.LoginAsync("alice", "alice-pass");
        for (int first = 1; first <= Messages; first += 50)
            await Task.WhenAll(Enumerable.Range(first, 50).Select(number => imap.AppendAsync("INBOX", ImapLiteral.From(RecordingFactory.MessageOf(number)))));
    }
}
