using System.Runtime.CompilerServices;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// One value in place in a response: a list, a string, a number or NIL; missing if a list ended early. Never throws.
/// </summary>
internal readonly ref struct ResponseValue(ReadOnlySpan<byte> octets)
{
    public ReadOnlySpan<byte> Octets { get; } = octets;

    /// <summary>
    /// The value that begins at <paramref name="start"/>; one that is never closed ends with the octets.
    /// </summary>
    public static ResponseValue At(ReadOnlySpan<byte> octets, int start)
    {
        int end = ValueScanner.End(octets, start);
        return new ResponseValue(end < 0 ? octets[start..] : octets[start..end]);
    }

    public bool IsMissing => Octets.IsEmpty;

    public bool IsList
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !Octets.IsEmpty && Octets[0] == '(';
    }

    public bool IsNil
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Octets is [(byte)'N' or (byte)'n', (byte)'I' or (byte)'i', (byte)'L' or (byte)'l'];
    }

    public bool IsNilOrMissing => IsMissing || IsNil;

    /// <summary>The elements of a list; none if this is not a list.</summary>
    public ListReader Elements => new(IsList ? Octets : default);

    /// <summary>The string: quoted, a literal or an atom; NIL if it is missing or a list.</summary>
    public ImapString String
    {
        get
        {
            if (!Octets.IsEmpty && Octets[0] == '"')
                return Quoted(Octets[1..]);
            if (IsNilOrMissing || IsList)
                return default;
            return new ImapString(
                LiteralHeader.TryParse(Octets, out LiteralHeader header) ? Content(header) : Octets, escaped: false);
        }
    }

    /// <summary>The string as text; null for NIL, and if it is missing or a list.</summary>
    public string? Text => String.ToText();

    /// <summary>Whether this is a negative number, which is read as 0.</summary>
    public bool IsNegative => Octets is [(byte)'-', ..] or [(byte)'"', (byte)'-', ..];

    /// <summary>
    /// Whether this is a number below -1. Servers use -1 for "unknown" or "none", but cannot mean this one.
    /// </summary>
    public bool IsBelowUnknown => IsNegative && !Octets.SequenceEqual("-1"u8) && !Octets.SequenceEqual("\"-1\""u8);

    /// <summary>The count, or 0 if there is none; a negative one, which means "unknown", is 0.</summary>
    public long Count => TryGetCount(out long value) ? value : 0;

    /// <summary>A number, or a count that the server has rounded, which is used and reported.</summary>
    public bool TryGetCount(out long value) =>
        TryGetNumber(out value) || NumberToken.TryParseRounded(Octets, out value);

    public bool TryGetNumber(out long value)
    {
        bool read = NumberToken.TryParse(Octets, out ulong number, out int length) && length == Octets.Length
            && number <= long.MaxValue;
        value = read ? (long)number : 0;
        return read;
    }

    private static ImapString Quoted(ReadOnlySpan<byte> rest)
    {
        int length = QuotedToken.Length(rest, out bool escaped);
        return length < 0 ? new ImapString(rest, rest.Contains((byte)'\\')) : new ImapString(rest[..length], escaped);
    }

    private ReadOnlySpan<byte> Content(LiteralHeader header) =>
        Octets.Slice(header.Length, (int)Math.Min(header.Size, Octets.Length - header.Length));
}
