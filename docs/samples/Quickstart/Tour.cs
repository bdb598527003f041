using System.Diagnostics;
using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>
/// All steps, one after the other, on one connection; another one delivers the message that is watched for.
/// </summary>
internal sealed class Tour(IAccount account, Settings settings, IAnsiConsole console)
{
    private readonly List<(string Name, string Value)> _summary = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        await using ImapConnection imap = await account.ConnectAsync(cancellationToken);
        console.Heading(account.Title);
        console.Note(
            $"{imap.ProtocolVersion}, {(imap.Tls is { } tls ? tls.ToString() : "without TLS")}, connected in "
            + $"{clock.Elapsed.TotalMilliseconds:0} ms");
        if (settings.Fill > 0)
            await Filling.RunAsync(imap, settings.Mailbox, settings.Fill, console, cancellationToken);

        console.Heading("Mailboxes");
        _summary.Add(("Mailboxes", $"{await MailboxListing.ShowAsync(imap, console, cancellationToken)}"));
        SelectedMailbox mailbox = account.MayWrite
            ? await imap.SelectAsync(settings.Mailbox, cancellationToken)
            : await imap.SelectAsync(new ExamineCommand(settings.Mailbox), cancellationToken);
        if (mailbox.Exists > 0)
            await ReadAsync(imap, mailbox, cancellationToken);
        else
            console.Note($"{settings.Mailbox} is empty: there is nothing to search, sort, thread and download.");

        if (settings.WatchSeconds > 0)
        {
            console.Heading($"Watching {settings.Mailbox}");
            _summary.Add((
                "Arrived",
                $"{await Watching.RunAsync(
                    account,
                    imap,
                    mailbox,
                    TimeSpan.FromSeconds(settings.WatchSeconds),
                    console,
                    cancellationToken)}"));
        }

        console.Heading("Summary");
        _summary.Add(("All of it took", $"{clock.Elapsed.TotalSeconds:0.0} s"));
        Summary.Write(console, _summary);
    }

    private async Task ReadAsync(ImapConnection imap, SelectedMailbox mailbox, CancellationToken cancellationToken)
    {
        Scope scope = await Scope.NewestAsync(mailbox, settings.Newest, cancellationToken);
        _summary.Add(("Looked at", $"{scope.Uids.Count} of {mailbox.Exists} messages in {settings.Mailbox}"));

        console.Heading($"Search: “{settings.Search}”");
        _summary.Add((
            "Found", $"{await Searching.ShowAsync(mailbox, scope, settings.Search, console, cancellationToken)}"));

        console.Heading("Sorted: the largest first");
        await Sorting.ShowAsync(imap, mailbox, scope, console, cancellationToken);

        console.Heading("Threaded: the longest conversations");
        _summary.Add((
            "Conversations",
            await Threading.ShowAsync(imap, mailbox, scope, console, cancellationToken) is { } threads
                ? $"{threads}"
                : "not told by this server"));

        console.Heading("Download");
        DownloadResult download =
            await Download.RunAsync(mailbox, scope.Uids, settings.Folder, console, cancellationToken);
        _summary.Add(("Downloaded", $"{download}"));
        _summary.Add(("Saved in", download.Folder));
    }
}
