using System.Globalization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>One value of an untyped response: NIL, an atom, a string or a list of values (RFC 9051 §4).</summary>
public sealed class ImapValue
{
    private ImapValue(ImapValueKind kind, ReadOnlyMemory<byte> octets, IReadOnlyList<ImapValue> items)
    {
        Kind = kind;
        Octets = octets;
        Items = items;
    }

    /// <summary>The kind of the value.</summary>
    public ImapValueKind Kind { get; }

    /// <summary>
    /// The octets of an atom or a string, without quotes and backslashes; those of a list verbatim; empty for NIL.
    /// </summary>
    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>The values in a list; otherwise empty.</summary>
    public IReadOnlyList<ImapValue> Items { get; }

    /// <summary>Whether it is NIL.</summary>
    public bool IsNil => Kind == ImapValueKind.Nil;

    /// <summary>The text: UTF-8 or, failing that, Latin-1; null for NIL.</summary>
    public string? Text => IsNil ? null : WireText.Decode(Octets.Span);

    /// <summary>
    /// The numeric value of an atom or a string; null if it is not a number, or needs more than 64 bits.
    /// </summary>
    public ulong? Number =>
        Kind != ImapValueKind.List
        && ulong.TryParse(Octets.Span, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            ? number
            : null;

    /// <summary>The text; <c>NIL</c> for NIL, a list with its parentheses.</summary>
    public override string ToString() => Text ?? "NIL";

    /// <summary>Reads all values in the octets.</summary>
    /// <exception cref="ImapProtocolException">The octets are not a sequence of values.</exception>
    internal static IReadOnlyList<ImapValue> ReadAll(ReadOnlyMemory<byte> octets, int position)
    {
        ImapTokenReader reader = new(octets.Span, ImapLimits.Default, utf8: false, position);
        List<ImapValue> values = [];
        while (!reader.End)
            values.Add(Read(ref reader, octets));
        return values;
    }

    /// <summary>
    /// Reads a value and copies its octets. If it is missing or unreadable, notes that and returns null.
    /// </summary>
    internal static ImapValue? TryReadCopy(ResponseValue value, ref Damage damage)
    {
        byte[] octets = value.Octets.ToArray();
        ImapTokenReader reader = new(octets);
        try
        {
            return Read(ref reader, octets);
        }
        catch (ImapProtocolException exception)
        {
            damage.Note(exception);
            return null;
        }
    }

    // The reader counts how deep lists are nested, and stops if they are too deep.
    private static ImapValue Read(ref ImapTokenReader reader, ReadOnlyMemory<byte> all)
    {
        ImapTokenKind kind = reader.Peek();
        int start = reader.Position;
        if (kind == ImapTokenKind.ListStart)
        {
            List<ImapValue> items = [];
            reader.ReadListStart();
            while (!reader.TryReadListEnd())
                items.Add(Read(ref reader, all));
            return new ImapValue(ImapValueKind.List, all[start..reader.Position], items);
        }

        ImapString text = reader.ReadString();
        if (text.IsNil)
            return new ImapValue(ImapValueKind.Nil, default, []);
        return kind switch
        {
            ImapTokenKind.Quoted =>
                new ImapValue(ImapValueKind.Quoted, Unquoted(text, all[start..reader.Position]), []),
            ImapTokenKind.Literal =>
                new ImapValue(ImapValueKind.Literal, all[(reader.Position - text.Bytes.Length)..reader.Position], []),
            _ => new ImapValue(ImapValueKind.Atom, all[start..reader.Position], []),
        };
    }

    private static ReadOnlyMemory<byte> Unquoted(ImapString text, ReadOnlyMemory<byte> quoted)
    {
        ReadOnlySpan<byte> octets = text.Bytes;
        return octets.Length == quoted.Length - 2 ? quoted[1..^1] : octets.ToArray();
    }
}
