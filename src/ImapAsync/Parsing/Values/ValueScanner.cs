using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// Finds the end of a value: of a list at its balanced parenthesis, of a string at its quote, of a literal at its
/// count, of an atom at a space or parenthesis.
/// </summary>
internal static class ValueScanner
{
    /// <summary>
    /// Returns the end of the value that begins at <paramref name="start"/>; -1 if the octets end before it is closed.
    /// </summary>
    public static int End(ReadOnlySpan<byte> octets, int start) => End(octets, start, out _);

    /// <summary>
    /// The same; <paramref name="isGlued"/> says whether a string in the list is followed by something that should not
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

    // A parenthesis or line end in place of a value counts as one octet, so that every loop makes progress.
    private static int AtomLength(ReadOnlySpan<byte> octets)
    {
        int length = 0;
        while (length < octets.Length && !EndsAtom(octets[length]))
            length++;
        return Math.Max(length, 1);
    }

    // All of these sort before the characters of atoms, so that one comparison is enough for most octets.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool EndsAtom(byte octet) =>
        octet <= ')' && octet is (byte)' ' or (byte)'\t' or (byte)'(' or (byte)')' or (byte)'\r' or (byte)'\n';
}
