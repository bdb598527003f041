using ImapAsync;

namespace Quickstart;

/// <summary>The messages that are looked at.</summary>
/// <param name="Query">The query that finds them.</param>
/// <param name="Uids">Their UIDs.</param>
internal sealed record Scope(SearchQuery Query, UidSet Uids)
{
    /// <summary>The last numbers are the newest messages: no server has to look for them.</summary>
    public static async Task<Scope> NewestAsync(SelectedMailbox mailbox, int most, CancellationToken cancellationToken)
    {
        SequenceNumber first = new((uint)Math.Max(1, mailbox.Exists - most + 1));
        SearchQuery query = SearchQuery.Numbers(SequenceSet.From(first));
        return new Scope(query, (await mailbox.SearchAsync(query, cancellationToken)).Uids);
    }
}
