using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>The server finds conversations (THREAD, RFC 5256); the longest ones are shown as trees.</summary>
internal static class Threading
{
    private const int ShownThreads = 3;

    public static async Task<int?> ShowAsync(
        ImapConnection imap, SelectedMailbox mailbox, Scope scope, IAnsiConsole console,
        CancellationToken cancellationToken)
    {
        if (!imap.Capabilities.Supports("THREAD=REFERENCES"))
        {
            console.Note("This server does not thread (no THREAD=REFERENCES).");
            return null;
        }

        ThreadResult<Uid> threads =
            await mailbox.ThreadAsync(ThreadAlgorithm.References, scope.Query, cancellationToken);
        ThreadNode<Uid>[] longest =
            [.. threads.OrderByDescending(thread => thread.Messages.Count()).Take(ShownThreads)];
        Uid[] shown = [.. longest.SelectMany(thread => thread.Messages.Take(ThreadTree.ShownMessages))];
        Dictionary<Uid, FetchedMessage> messages =
            (await MessageTable.FetchAsync(mailbox, shown, cancellationToken)).ToDictionary(message => message.Uid);
        foreach (ThreadNode<Uid> thread in longest)
            console.Write(ThreadTree.Of(thread, messages));
        console.Note($"{threads.Count} conversations; the longest {longest.Length} are shown.");
        return threads.Count;
    }
}
