using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>The server sorts (SORT, RFC 5256), and the first page of the result is fetched.</summary>
internal static class Sorting
{
    private const int Shown = 6;

    public static async Task ShowAsync(
        ImapConnection imap, SelectedMailbox mailbox, Scope scope, IAnsiConsole console,
        CancellationToken cancellationToken)
    {
        if (!imap.Capabilities.Supports("SORT"))
        {
            console.Note("This server does not sort (no SORT).");
            return;
        }

        SortResult<Uid> sorted =
            await mailbox.SortAsync([SortKey.Size.Reversed, SortKey.Date.Reversed], scope.Query, cancellationToken);
        MessageTable.Write(console, await MessageTable.FetchAsync(mailbox, [.. sorted.Take(Shown)], cancellationToken));
    }
}
