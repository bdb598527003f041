using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>Shows messages when they arrive.</summary>
internal static class ArrivalWatch
{
    /// <summary>Watches until that many have arrived or the time is up.</summary>
    public static async Task<int> RunAsync(
        SelectedMailbox mailbox, int expected, TimeSpan patience, IAnsiConsole console,
        CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        long known = mailbox.Exists;
        int arrived = 0;
        try
        {
            await foreach (MailboxEvent happened in mailbox.IdleAsync(limit.Token))
            {
                if (happened is MailboxEvent.Exists { Count: var count } && count > known)
                {
                    arrived += await ShowAsync(mailbox, known + 1, count, console, limit.Token);
                    if (arrived >= expected)
                        break;
                }

                known = After(happened, known);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up.
        }

        return arrived;
    }

    private static long After(MailboxEvent happened, long known) => happened switch
    {
        MailboxEvent.Exists exists => exists.Count,
        MailboxEvent.Expunged => known - 1,
        MailboxEvent.Vanished { Earlier: false } vanished => known - vanished.Uids.Count,
        _ => known,
    };

    // The IDLE ends for this FETCH, and restarts automatically.
    private static async Task<int> ShowAsync(
        SelectedMailbox mailbox, long first, long last, IAnsiConsole console, CancellationToken cancellationToken)
    {
        int shown = 0;
        SequenceSet added = SequenceSet.Range(new SequenceNumber((uint)first), new SequenceNumber((uint)last));
        await foreach (FetchedMessage message in mailbox.FetchAsync(
            added, [FetchItem.Uid, FetchItem.Envelope], cancellationToken))
        {
            string subject = Printable.Escaped(message.Envelope.Subject, 60);
            console.MarkupLine(
                $"[green]Arrived:[/] [bold]{subject}[/] from {Printable.Escaped(MessageTable.Author(message), 30)}, "
                + $"UID {message.Uid}");
            shown++;
        }

        return shown;
    }
}
