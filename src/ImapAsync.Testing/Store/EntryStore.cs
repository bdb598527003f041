namespace ImapAsync.Testing;

/// <summary>Entries and their values, for METADATA (RFC 5464) and ANNOTATEMORE. Names ignore case.</summary>
internal sealed class EntryStore
{
    private const int MaxEntries = 1000;

    private readonly SortedDictionary<string, byte[]> _entries = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, byte[]> All => _entries;

    public byte[]? Get(string entry) => _entries.GetValueOrDefault(entry);

    /// <summary>Sets an entry; null removes it.</summary>
    public void Set(string entry, byte[]? value)
    {
        if (value is null)
            _entries.Remove(entry);
        else if (_entries.Count >= MaxEntries && !_entries.ContainsKey(entry))
            throw CommandRefusedException.No("METADATA TOOMANY", $"There are {MaxEntries} entries already");
        else
            _entries[entry] = value;
    }
}
