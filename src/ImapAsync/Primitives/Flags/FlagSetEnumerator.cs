using System.Collections;

namespace ImapAsync;

/// <summary>Enumerates the flags of a <see cref="FlagSet"/> without allocating.</summary>
public struct FlagSetEnumerator : IEnumerator<Flag>
{
    private readonly FlagSet _set;
    private int _next;

    internal FlagSetEnumerator(FlagSet set) => _set = set;

    /// <inheritdoc/>
    public Flag Current { get; private set; }

    readonly object IEnumerator.Current => Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        while (_next < SystemFlagTable.Count)
        {
            int bit = _next++;
            if (((int)_set.SystemFlags >> bit & 1) == 0)
                continue;
            Current = SystemFlagTable.ToFlag(bit);
            return true;
        }

        int keyword = _next - SystemFlagTable.Count;
        if (keyword == _set.Keywords.Length)
            return false;
        Current = _set.Keywords[keyword];
        _next++;
        return true;
    }

    /// <inheritdoc/>
    public void Reset() => _next = 0;

    /// <inheritdoc/>
    public readonly void Dispose()
    {
    }
}
