using System.Diagnostics;
using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>
/// Appends generated messages. The commands are pipelined: none waits for the answer to the one before.
/// </summary>
internal static class Filling
{
    public static async Task RunAsync(
        ImapConnection imap, string mailbox, int count, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if ((await imap.ListAsync(mailbox, cancellationToken)).Count == 0)
            await imap.CreateMailboxAsync(mailbox, cancellationToken);
        IReadOnlyList<AppendMessage> messages = await SampleMail.GenerateAsync(count, cancellationToken);
        Stopwatch clock = Stopwatch.StartNew();
        await Task.WhenAll(messages.Select(message => imap.AppendAsync(mailbox, message, cancellationToken)));
        console.Note($"{count} generated messages appended in {clock.Elapsed.TotalMilliseconds:0} ms");
    }
}
