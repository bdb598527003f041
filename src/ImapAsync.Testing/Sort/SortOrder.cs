using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>
/// The order of a SORT (RFC 5256 §3, RFC 5957).
/// <code>sort-criteria = "(" sort-criterion *(SP sort-criterion) ")"; sort-criterion = ["REVERSE" SP] sort-key</code>
/// </summary>
internal sealed class SortOrder
{
    private readonly List<SortKey> _keys;

    private SortOrder(List<SortKey> keys) => _keys = keys;

    /// <summary>Parses the criteria, including their parentheses.</summary>
    /// <exception cref="CommandRefusedException">The criteria are not valid.</exception>
    public static SortOrder Parse(ref ImapTokenReader reader)
    {
        if (!reader.TryReadListStart())
            throw CommandRefusedException.Bad("SORT takes its criteria in parentheses, such as (REVERSE DATE).");
        List<SortKey> keys = new();
        do
        {
            keys.Add(ParseKey(ref reader));
        }
        while (!reader.TryReadListEnd());
        return new SortOrder(keys);
    }

    /// <summary>
    /// The messages in this order; messages that compare equal are in the order of their numbers, even with reversed
    /// keys.
    /// </summary>
    public IReadOnlyList<IMessageView> Sort(IEnumerable<IMessageView> messages)
    {
        IOrderedEnumerable<IMessageView>? sorted = null;
        foreach (SortKey key in _keys)
            sorted = SortColumn.Append(sorted, messages, key);
        return [.. sorted!.ThenBy(message => message.SequenceNumber)];
    }

    private static SortKey ParseKey(ref ImapTokenReader reader)
    {
        string word = ReadWord(ref reader);
        bool reversed = word == "REVERSE";
        if (reversed)
            word = ReadWord(ref reader);
        if (!SortColumn.IsKnown(word))
        {
            throw CommandRefusedException.Bad(
                "That is not a sort key: use ARRIVAL, CC, DATE, FROM, SIZE, SUBJECT, TO, DISPLAYFROM or DISPLAYTO.");
        }

        SortKey key = new(word);
        return reversed ? key.Reversed : key;
    }

    private static string ReadWord(ref ImapTokenReader reader) =>
        reader.Peek() == ImapTokenKind.Atom
            ? WireText.Decode(reader.ReadAtom()).ToUpperInvariant()
            : throw CommandRefusedException.Bad("The criteria should contain a sort key.");
}
