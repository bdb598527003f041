using System.Diagnostics;
using System.Globalization;

namespace ImapAsync.Benchmarks;

/// <summary>A program that does its work from start to end: its start and its login are measured too.</summary>
internal abstract class CommandPeer(string name) : Peer(name, name)
{
    // bash reports the time of the command, real, user and system.
    private const string Timed = "TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null 2>/dev/null";

    public override async Task<Measurement> RunAsync(ClientSettings settings)
    {
        ProcessStartInfo start = Start(settings);
        string told = await ProcessRun.ErrorOutputAsync(new ProcessStartInfo("bash", ["-c", Timed, "bash", start.FileName, .. start.ArgumentList]));
        double[] seconds = [.. told.Trim().Split('\n')[^1].Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        return new Measurement(seconds[0] * 1000, (seconds[1] + seconds[2]) * 1000, -1, 0, 0);
    }
}

/// <summary>curl, which passes one literal through; it refuses answers with more than a few hundred kilobytes beside it.</summary>
internal sealed class CurlPeer() : CommandPeer("curl")
{
    public override async Task ProbeAsync() => Version = string.Join(' ', (await ProcessRun.TryOutputAsync("curl", "--version"))?.Split(' ').Take(2) ?? []) is { Length: > 0 } version ? version : null;

    public override bool Does(Work work) => work.Name is "W4";

    protected override ProcessStartInfo Start(ClientSettings settings)
    {
        string address = $"imap://{settings.Host}:{settings.Port}/{settings.Mailbox}";
        string[] login = ["--silent", "--user", $"{settings.User}:{settings.Password}"];
        return new ProcessStartInfo("curl", [.. login, $"{address};UID={settings.Set}"]);
    }
}

/// <summary>mbsync, which writes what it fetches into a Maildir.</summary>
internal sealed class MbsyncPeer() : CommandPeer("mbsync")
{
    public override async Task ProbeAsync() => Version = (await ProcessRun.TryOutputAsync("mbsync", "--version"))?.Trim();

    public override bool Does(Work work) => work.Name is "W3";

    protected override ProcessStartInfo Start(ClientSettings settings)
    {
        string folder = Directory.CreateTempSubdirectory("imapasync-mbsync").FullName;
        string configuration = Path.Combine(folder, "mbsyncrc");
        File.WriteAllText(configuration, $"""
            FSync no
            IMAPAccount a
            Host {settings.Host}
            Port {settings.Port}
            User {settings.User}
            Pass {settings.Password}
            SSLType None
            AuthMechs LOGIN
            DisableExtension COMPRESS=DEFLATE

            IMAPStore far
            Account a

            MaildirStore near
            Path {folder}/
            Inbox {folder}/inbox

            Channel c
            Far :far:{settings.Mailbox}
            Near :near:
            Create Near
            Sync Pull
            SyncState *

            """);
        return new ProcessStartInfo("bash", ["-c", "mbsync -q -c \"$1\" c; status=$?; rm -rf \"$2\"; exit $status", "bash", configuration, folder]);
    }
}
