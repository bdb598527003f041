namespace ImapAsync;

/// <summary>Collects flags into a set, each at most once.</summary>
internal struct FlagSetBuilder
{
    private SystemFlags _system;
    private List<Flag>? _keywords;
    private HashSet<Flag>? _known;

    public void Add(Flag flag)
    {
        SystemFlags bit = SystemFlagTable.ToBit(flag.Name);
        if (bit != SystemFlags.None)
        {
            _system |= bit;
        }
        else if (flag.Name.Length > 0 && IsNew(flag))
        {
            (_keywords ??= []).Add(flag);
        }
    }

    public readonly FlagSet Build() =>
        _keywords is not null
            ? new(_system, [.. _keywords])
            : _system == SystemFlags.None ? FlagSet.Empty : new(_system, []);

    // A list of ten thousand keywords from a malicious server must not take quadratic time.
    private bool IsNew(Flag flag)
    {
        const int SearchedFlatly = 16;
        if (_keywords is null)
            return true;
        if (_keywords.Count < SearchedFlatly)
            return !_keywords.Contains(flag);
        _known ??= [.. _keywords];
        return _known.Add(flag);
    }
}
