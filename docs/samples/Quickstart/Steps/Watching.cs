using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>
/// Waits for mail by IDLE. If that is allowed, a second connection delivers a message meanwhile, which is removed
/// afterwards.
/// </summary>
internal static class Watching
{
    public static async Task<int> RunAsync(
        IAccount account, ImapConnection imap, SelectedMailbox mailbox, TimeSpan patience, IAnsiConsole console,
        CancellationToken cancellationToken)
    {
        string means = imap.Capabilities.Supports("IDLE") ? "by IDLE" : "by asking now and then";
        int arrived = await console.WaitAsync(
            $"Waiting for mail {means}, for {patience.TotalSeconds:0} s at most …",
            () => account.MayWrite
                ? WatchAndDeliverAsync(account, mailbox, patience, console, cancellationToken)
                : ArrivalWatch.RunAsync(mailbox, expected: int.MaxValue, patience, console, cancellationToken));
        if (arrived == 0)
            console.Note("Nothing arrived.");
        return arrived;
    }

    private static async Task<int> WatchAndDeliverAsync(
        IAccount account, SelectedMailbox mailbox, TimeSpan patience, IAnsiConsole console,
        CancellationToken cancellationToken)
    {
        await using ImapConnection other = await account.ConnectAsync(cancellationToken);

        // It is listening when the call returns, so before the message is sent.
        Task<int> watch = ArrivalWatch.RunAsync(mailbox, expected: 1, patience, console, cancellationToken);
        AppendResult delivered = await other.AppendAsync(mailbox.Name, SampleMail.Greeting(), cancellationToken);
        console.Note("A second connection has delivered a message.");
        int arrived = await watch;
        await RemoveAsync(other, mailbox, delivered, console, cancellationToken);
        return arrived > 0
            ? arrived
            : throw new QuickstartException(
                $"The server did not tell of the message that was delivered, for {patience.TotalSeconds:0} s.");
    }

    // Only the message that was delivered, by its UID: a plain EXPUNGE would also remove what others have marked.
    private static async Task RemoveAsync(
        ImapConnection other, SelectedMailbox mailbox, AppendResult delivered, IAnsiConsole console,
        CancellationToken cancellationToken)
    {
        if (delivered.Uid is not { } uid || !other.Capabilities.Supports("UIDPLUS"))
        {
            console.Note("It stays there: this server cannot remove one message alone (no UIDPLUS).");
            return;
        }

        await mailbox.AddFlagsAsync(uid, Flag.Deleted, cancellationToken);
        await mailbox.ExpungeAsync(UidSet.Of(uid), cancellationToken);
        console.Note("It has been removed again.");
    }
}
