namespace ImapAsync.Testing;

/// <summary>Who may do what with a mailbox (RFC 4314), besides its owner, who may do everything.</summary>
internal sealed class AccessList
{
    /// <summary>Everybody.</summary>
    public const string Anyone = "anyone";

    private readonly SortedDictionary<string, Rights> _entries = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Rights> Entries => _entries;

    /// <summary>
    /// Sets, adds to or takes from what is granted. An identifier with a minus before it names what is denied
    /// (RFC 4314 §2).
    /// </summary>
    public void Change(string identifier, Func<Rights, Rights> change)
    {
        Rights rights = change(_entries.GetValueOrDefault(identifier));
        if (rights.IsEmpty)
            _entries.Remove(identifier);
        else
            _entries[identifier] = rights;
    }

    public void Remove(string identifier) => _entries.Remove(identifier);

    /// <summary>What somebody who does not own the mailbox may do.</summary>
    public Rights Of(string identifier) =>
        _entries.GetValueOrDefault(identifier) + _entries.GetValueOrDefault(Anyone)
            - _entries.GetValueOrDefault('-' + identifier) - _entries.GetValueOrDefault('-' + Anyone);
}
