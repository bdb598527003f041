using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// Finds where a value ends: a list at its balanced parenthesis, a string at its quote, a literal at its count, an atom
/// at a space or parenthesis.
/// </summary>
internal static class ValueScanner
{
    /// <summary>
    /// Returns where the value that begins at <paramref name="start"/> ends; -1 when it is not closed before the octets
    /// end.
    /// </summary>
    public static int End(ReadOnlySpan<byte> octets, int start) => End(octets, start, out _);

    /// <summary>
    /// The same; <paramref name="isGlued"/> tells whether a string that is in the list is followed by what should not
    /// follow it.
    /// </summary>
    public static int End(ReadOnlySpan<byte> octets, int start, out bool isGlued)
    {
        isGlued = false;
        ReadOnlySpan<byte> rest = octets[start..];
        switch (rest[0])
        {
            case (byte)'(':
                return ListScanner.End(octets, start, depth: 0, out isGlued);
            case (byte)'"':
                int length = QuotedToken.Length(rest[1..], out _);
                return length < 0 ? -1 : start + length + 2;
            case (byte)'{' or (byte)'~' when LiteralHeader.TryParse(rest, out LiteralHeader header):
                return header.Size <= rest.Length - header.Length ? start + header.Length + (int)header.Size : -1;
            default:
                return start + AtomLength(rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipSpaces(ReadOnlySpan<byte> octets, int position)
    {
        // Some servers write tabs.
        while (position < octets.Length && octets[position] is (byte)' ' or (byte)'\t')
            position++;
        return position;
    }

    // A parenthesis or line end in the place of a value counts as one octet, so that no loop stands still.
    private static int AtomLength(ReadOnlySpan<byte> octets)
    {
        int length = 0;
        while (length < octets.Length && !EndsAtom(octets[length]))
            length++;
        return Math.Max(length, 1);
    }

    // All of these come before what atoms consist of, so that one comparison is enough for most octets.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool EndsAtom(byte octet) =>
        octet <= ')' && octet is (byte)' ' or (byte)'\t' or (byte)'(' or (byte)')' or (byte)'\r' or (byte)'\n';
}
