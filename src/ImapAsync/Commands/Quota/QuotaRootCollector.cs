using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Gathers the QUOTAROOT of a mailbox and the QUOTA of each root in it. A QUOTA that comes before any QUOTAROOT may be another command's: it is remembered, and passed on.
/// </summary>
internal sealed class QuotaRootCollector(MailboxName mailbox) : ResponseCollector<QuotaRoots>
{
    private readonly MailboxMatcher _mailbox = new(mailbox);
    private readonly List<Quota> _quotas = [];
    private List<string>? _roots;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        ImapTokenReader reader = response.Arguments;
        if (response.Is("QUOTAROOT"u8) && _mailbox.TryRead(ref reader))
        {
            _roots = QuotaParser.ParseRoots(ref reader, out Damage lost);
            lost.ThrowIfAny();
            return true;
        }

        if (!response.Is("QUOTA"u8))
            return false;
        reader = response.Arguments;
        string root = reader.ReadString().ToString();
        bool isTaken = TryAdd(QuotaParser.Parse(ref reader, root, out Damage damage));
        if (isTaken)
            damage.ThrowIfAny();
        return isTaken;
    }

    protected internal override QuotaRoots Complete(ResponseCode? code)
    {
        List<string> roots = _roots ?? [];
        _quotas.RemoveAll(quota => !roots.Contains(quota.Root));
        return new QuotaRoots(mailbox, roots, _quotas);
    }

    private bool TryAdd(Quota quota)
    {
        if (_roots is not null && !_roots.Contains(quota.Root))
            return false;
        _quotas.RemoveAll(known => known.Root == quota.Root);
        _quotas.Add(quota);
        return _roots is not null;
    }
}
