namespace ImapAsync.Testing;

/// <summary>The rights on a mailbox (RFC 4314) other than the owner's, who has all of them.</summary>
internal sealed class AccessList
{
    /// <summary>Everybody.</summary>
    public const string Anyone = "anyone";

    private readonly SortedDictionary<string, Rights> _entries = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Rights> Entries => _entries;

    /// <summary>
    /// Sets, adds to or removes from the granted rights. An identifier with a leading minus names denied rights
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

    /// <summary>The rights of a user who does not own the mailbox.</summary>
    public Rights Of(string identifier) =>
        _entries.GetValueOrDefault(identifier) + _entries.GetValueOrDefault(Anyone)
            - _entries.GetValueOrDefault('-' + identifier) - _entries.GetValueOrDefault('-' + Anyone);
}
