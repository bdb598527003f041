using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Collects the QUOTAROOT of a mailbox and the QUOTA of each of its roots. A QUOTA that precedes any QUOTAROOT may
/// belong to another command: it is remembered, and passed on.
/// </summary>
internal sealed class QuotaRootCollector(MailboxName mailbox) : NamedAnswerCollector<QuotaRoots>
{
    private readonly MailboxMatcher _mailbox = new(mailbox);
    private readonly List<Quota> _quotas = [];
    private List<string>? _roots;
    private bool _isRefused;

    protected override string ResponseName => "QUOTAROOT";

    protected override string Asked => mailbox.Value;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        ImapTokenReader reader = response.Arguments;
        if (response.Kind == ResponseKind.QuotaRoot && _mailbox.TryRead(ref reader, response.IsForExactMatch))
        {
            List<string> told = QuotaParser.ParseRoots(ref reader, out Damage lost);
            _roots = _roots is null ? told : [.. _roots.Union(told)];
            // From here on only a QUOTA can be missing.
            if (Other is not null && new UntaggedResponse(Other, ImapLimits.Default).Kind == ResponseKind.QuotaRoot)
                Other = null;
            lost.ThrowIfAny();
            return true;
        }

        if (response.Kind != ResponseKind.Quota)
            return false;
        reader = response.Arguments;
        string root = ReadRoot(ref reader, response.IsForExactMatch);
        bool isTaken = TryAdd(QuotaParser.Parse(ref reader, root, out Damage damage), response.IsHeldBack);
        if (isTaken)
            damage.ThrowIfAny();
        return isTaken;
    }

    // Its unreadable parts are reported once it is known to be one of the mailbox's.
    internal override bool HoldsBack(in UntaggedResponse response) =>
        _roots is null && response.Kind == ResponseKind.Quota;

    // The owner of a QUOTA without QUOTAROOT cannot be determined any more: it is this command's too.
    internal override bool HasPart(ResponseCode? code)
    {
        _isRefused = true;
        return _roots is not null || _quotas.Count > 0;
    }

    internal override MalformedResponse? FindMissing(ResponseCode? code)
    {
        IsAnswered = _roots?.TrueForAll(HasQuota) ?? false;
        return base.FindMissing(code);
    }

    // Some servers have a quota root for a mailbox but report nothing about it; without any answer nothing is known.
    protected override bool MayBeSilent => _roots is not null;

    protected override bool IsInstead(in UntaggedResponse response) =>
        response.Kind == ResponseKind.QuotaRoot ? _roots is null : response.Kind == ResponseKind.Quota;

    protected internal override QuotaRoots Complete(ResponseCode? code)
    {
        List<string> roots = _roots ?? [];
        if (_roots is not null || !_isRefused)
            _quotas.RemoveAll(quota => !roots.Contains(quota.Root));
        return new QuotaRoots(mailbox, roots, _quotas);
    }

    private bool HasQuota(string root) => _quotas.Exists(quota => quota.Root == root);

    // For a root that was named before, the name used there.
    private string ReadRoot(ref ImapTokenReader reader, bool exact)
    {
        foreach (string known in _roots ?? [])
        {
            ImapTokenReader behind = reader;
            if (!NamedToken.TryReadQuotaRoot(ref behind, known, exact))
                continue;
            reader = behind;
            return known;
        }

        return reader.Peek() == ImapTokenKind.ListStart ? "" : reader.ReadString().ToString();
    }

    private bool TryAdd(Quota quota, bool isHeldBack)
    {
        if (_roots is not null && !_roots.Contains(quota.Root))
            return false;
        if (isHeldBack && HasQuota(quota.Root))
            return true;
        int known = _quotas.FindIndex(known => known.Root == quota.Root);
        if (known < 0)
            _quotas.Add(quota);
        else
            _quotas[known] = _quotas[known].With(quota);
        return _roots is not null;
    }
}
