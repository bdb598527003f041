using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>Observes a mailbox, and records each fact as a line of text.</summary>
internal sealed class RecordingObserver : IMailboxObserver
{
    private readonly List<string> _facts = [];

    /// <summary>What was observed until now; it ends with the reason why there is no more.</summary>
    public IReadOnlyList<string> Facts
    {
        get
        {
            lock (_facts)
                return [.. _facts];
        }
    }

    public void Observe(scoped in MailboxFact fact)
    {
        string said = fact.Kind switch
        {
            MailboxFactKind.Fetched => Format(fact.Fetch),
            MailboxFactKind.Vanished or MailboxFactKind.VanishedEarlier => $" {fact.Uids}",
            MailboxFactKind.Flags => $" {fact.Flags}",
            MailboxFactKind.Closed or MailboxFactKind.Opened => "",
            MailboxFactKind.NoModSeq or MailboxFactKind.UidNotSticky => "",
            _ => string.Create(CultureInfo.InvariantCulture, $" {fact.Number}"),
        };
        lock (_facts)
            _facts.Add($"{fact.Kind}{said}{(fact.IsAnswer ? " answer" : "")}{(fact.IsDamaged ? " damaged" : "")}");
    }

    public void Ended(Exception exception)
    {
        lock (_facts)
            _facts.Add($"ended: {exception.GetType().Name}");
    }

    private static string Format(in FetchResponse fetch)
    {
        string uid = fetch.Uid == 0 ? "" : $" UID {fetch.Uid}";
        string flags = fetch.Flags is null ? "" : $" {fetch.Flags}";
        string modSeq = fetch.ModSequence == 0 ? "" : $" MODSEQ {fetch.ModSequence}";
        return $" {fetch.Number}{uid}{flags}{modSeq}";
    }
}
