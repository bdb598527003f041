using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A sort key (RFC 5256 §5): <c>[SortKey.Date.Reversed, SortKey.Subject]</c> sorts the newest first, and messages of
/// the same moment by subject.
/// </summary>
public readonly record struct SortKey
{
    private readonly string? _name;

    /// <summary>Creates a key that the library has no name for, such as Cyrus's <c>UID</c>.</summary>
    /// <param name="name">An atom.</param>
    /// <exception cref="ArgumentException">The name is not an atom.</exception>
    public SortKey(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!StringRules.IsAtom(name))
        {
            throw new ArgumentException(
                $"\"{name}\" is not a sort key: it must be an atom, such as SUBJECT.", nameof(name));
        }

        _name = name.ToUpperInvariant();
    }

    /// <summary>The arrival date (INTERNALDATE).</summary>
    public static SortKey Arrival { get; } = new("ARRIVAL");

    /// <summary>The mailbox part of the first Cc address.</summary>
    public static SortKey Cc { get; } = new("CC");

    /// <summary>The Date header, in UTC; INTERNALDATE if there is none.</summary>
    public static SortKey Date { get; } = new("DATE");

    /// <summary>The mailbox part of the first From address.</summary>
    public static SortKey From { get; } = new("FROM");

    /// <summary>The size in octets.</summary>
    public static SortKey Size { get; } = new("SIZE");

    /// <summary>The subject without <c>Re:</c> and the like (RFC 5256 §2.1).</summary>
    public static SortKey Subject { get; } = new("SUBJECT");

    /// <summary>The mailbox part of the first To address.</summary>
    public static SortKey To { get; } = new("TO");

    /// <summary>The display name of the first From address (SORT=DISPLAY, RFC 5957).</summary>
    public static SortKey DisplayFrom { get; } = new("DISPLAYFROM");

    /// <summary>The display name of the first To address (SORT=DISPLAY, RFC 5957).</summary>
    public static SortKey DisplayTo { get; } = new("DISPLAYTO");

    /// <summary>How well the message matches a fuzzy query, best first (SEARCH=FUZZY, RFC 6203 §6).</summary>
    public static SortKey Relevancy { get; } = new("RELEVANCY");

    /// <summary>The mod-sequence (SORT=MODSEQ, Cyrus).</summary>
    public static SortKey ModSequence { get; } = new("MODSEQ");

    /// <summary>The key's name in upper case; empty only in <c>default</c>.</summary>
    public string Name => _name ?? "";

    /// <summary>Whether the order is reversed.</summary>
    public bool IsReversed { get; private init; }

    /// <summary>The same key in reverse order.</summary>
    public SortKey Reversed => this with { IsReversed = !IsReversed };

    /// <summary>The key as IMAP writes it: <c>REVERSE DATE</c>.</summary>
    public override string ToString() => IsReversed ? "REVERSE " + Name : Name;

    internal static void WriteList(CommandEncoder encoder, IReadOnlyList<SortKey> keys)
    {
        if (keys.Count == 0)
        {
            throw new ArgumentException(
                "There is no sort key: pass at least one, such as SortKey.Date.", nameof(keys));
        }

        encoder.BeginList();
        foreach (SortKey key in keys)
        {
            if (key.IsReversed)
                encoder.Word("REVERSE"u8);
            encoder.Needs(DefinedBy(key.Name)).Atom(key.Name);
        }

        encoder.EndList();
    }

    private static string? DefinedBy(string name) => name switch
    {
        "ARRIVAL" or "CC" or "DATE" or "FROM" or "SIZE" or "SUBJECT" or "TO" => "SORT",
        "DISPLAYFROM" or "DISPLAYTO" => "SORT=DISPLAY",
        "MODSEQ" => "CONDSTORE",
        "RELEVANCY" => "SEARCH=FUZZY",
        _ => null,
    };
}
