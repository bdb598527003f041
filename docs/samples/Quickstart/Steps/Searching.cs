using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>Two typed queries, which the server answers in one round trip; only what is shown is fetched.</summary>
internal static class Searching
{
    private const int Shown = 6;

    public static async Task<long> ShowAsync(
        SelectedMailbox mailbox, Scope scope, string text, IAnsiConsole console, CancellationToken cancellationToken)
    {
        SearchQuery query = scope.Query & (SearchQuery.Subject(text) | SearchQuery.From(text));
        SearchResult[] results = await Task.WhenAll(
            mailbox.SearchAsync(query, cancellationToken),
            mailbox.SearchAsync(query & !SearchQuery.Seen, cancellationToken));
        (UidSet found, UidSet unread) = (results[0].Uids, results[1].Uids);
        if (!found.IsEmpty)
        {
            MessageTable.Write(
                console, await MessageTable.FetchAsync(mailbox, [.. found.Reverse().Take(Shown)], cancellationToken));
        }

        console.Note(
            $"{found.Count} found, {unread.Count} of them "
            + $"unread{(found.Count > Shown ? $"; the last {Shown} are shown" : "")}.");
        return found.Count;
    }
}
