namespace ImapAsync;

/// <summary>
/// How the server determines which messages belong together (RFC 5256 §3). The capabilities <c>THREAD=…</c> say which
/// algorithms it supports.
/// </summary>
public readonly record struct ThreadAlgorithm
{
    private readonly string? _name;

    /// <summary>Creates an algorithm that the library has no name for.</summary>
    /// <param name="name">The name after <c>THREAD=</c> in the capability.</param>
    /// <exception cref="ArgumentException">The name is not an atom.</exception>
    public ThreadAlgorithm(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!StringRules.IsAtom(name))
        {
            throw new ArgumentException(
                $"\"{name}\" is not a threading algorithm: it must be an atom, such as REFERENCES.", nameof(name));
        }

        _name = name.ToUpperInvariant();
    }

    /// <summary>By base subject and date: threads have two levels.</summary>
    public static ThreadAlgorithm OrderedSubject { get; } = new("ORDEREDSUBJECT");

    /// <summary>
    /// By References, In-Reply-To and base subject; threads are sorted by the date of their first message.
    /// </summary>
    public static ThreadAlgorithm References { get; } = new("REFERENCES");

    /// <summary>
    /// By References and In-Reply-To, ignoring subjects; threads are sorted by the date of their last message
    /// (draft-ietf-morg-inthread).
    /// </summary>
    public static ThreadAlgorithm Refs { get; } = new("REFS");

    /// <summary>The algorithm's name in upper case; empty only in <c>default</c>.</summary>
    public string Name => _name ?? "";

    /// <inheritdoc cref="ThreadAlgorithm(string)"/>
    public static implicit operator ThreadAlgorithm(string name) => new(name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
