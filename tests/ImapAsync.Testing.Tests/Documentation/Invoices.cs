using ImapAsync;

namespace Shop.Mail;

/// <summary>The code under test of docs/testing.md.</summary>
public sealed class Invoices(IImapMailbox mailbox)
{
    /// <summary>Marks all unread invoices as read, and says how many there were.</summary>
    public async Task<long> TakeAsync(CancellationToken cancellationToken)
    {
        SearchResult found = await mailbox.SearchAsync(SearchQuery.Subject("Invoice") & !SearchQuery.Seen, cancellationToken);
        if (!found.Uids.IsEmpty)
            await mailbox.AddFlagsAsync(found.Uids, Flag.Seen, cancellationToken);
        return found.Uids.Count;
    }
}
