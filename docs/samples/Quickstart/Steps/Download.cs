using System.Diagnostics;
using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>
/// Streams each message from the socket to a file: however large it is, it is never in memory as a whole.
/// </summary>
internal static class Download
{
    public static async Task<DownloadResult> RunAsync(
        SelectedMailbox mailbox, UidSet uids, DirectoryInfo? folder, IAnsiConsole console,
        CancellationToken cancellationToken)
    {
        string path = NewFolder(folder);
        long total = await SizeAsync(mailbox, uids, cancellationToken);
        DownloadResult result = await console.Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn { Width = 30 },
                new PercentageColumn(),
                new DownloadedColumn(),
                new TransferSpeedColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask($"{uids.Count} messages", maxValue: Math.Max(total, 1));
                DownloadResult saved = await SaveAsync(mailbox, uids, path, task, cancellationToken);
                task.Value = task.MaxValue;
                return saved;
            });
        console.Note($"{result}");
        return result;
    }

    // Nothing is overwritten: existing files may be somebody's mail.
    private static string NewFolder(DirectoryInfo? folder)
    {
        if (folder is null)
            return Directory.CreateTempSubdirectory("quickstart-").FullName;
        folder.Create();
        if (folder.EnumerateFileSystemInfos().Any())
            throw new QuickstartException($"{folder.FullName} is not empty: name a new folder with --folder.");
        return folder.FullName;
    }

    private static async Task<long> SizeAsync(SelectedMailbox mailbox, UidSet uids, CancellationToken cancellationToken)
    {
        long total = 0;
        await foreach (FetchedMessage message in mailbox.FetchAsync(uids, FetchItem.Size, cancellationToken))
            total += message.Size;
        return total;
    }

    // A file is named after its UID, a number: no name chosen by a server or a sender reaches the disk.
    private static async Task<DownloadResult> SaveAsync(
        SelectedMailbox mailbox, UidSet uids, string folder, ProgressTask task, CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        int messages = 0;
        long octets = 0;
        await foreach (FetchedMessage message in mailbox.FetchAsync(uids, FetchItem.Body(), cancellationToken))
        {
            await using CountedFile file = new(Path.Combine(folder, $"{message.Uid}.eml"), task.Increment);
            await message.CopyBodyToAsync(file, cancellationToken);
            messages++;
            octets += file.Length;
        }

        return new DownloadResult(folder, messages, octets, clock.Elapsed);
    }
}
