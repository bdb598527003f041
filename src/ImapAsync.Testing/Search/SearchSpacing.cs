namespace ImapAsync.Testing;

/// <summary>
/// Checks the spacing of search keys strictly (RFC 9051 §9): one space between two of them, and none inside a
/// parenthesis. The token reader, which accepts what servers send, tolerates anything else.
/// </summary>
internal static class SearchSpacing
{
    /// <exception cref="CommandRefusedException">The spacing is wrong.</exception>
    public static void Check(ReadOnlySpan<byte> keys)
    {
        byte before = (byte)'(';
        for (int at = 0; at < keys.Length;)
        {
            byte next = keys[at];
            int length = LengthOfToken(keys[at..]);
            bool isOpening = next == '(';
            bool isWrong = next == ' ' ? before is (byte)' ' or (byte)'('
                : next == ')' ? before is (byte)' ' or (byte)'('
                : before is not ((byte)' ' or (byte)'(');
            if (isWrong)
                throw Wrong(at);
            before = isOpening || next is (byte)' ' or (byte)')' ? next : (byte)'a';
            at += length;
        }

        if (before == ' ')
            throw Wrong(keys.Length);
    }

    private static int LengthOfToken(ReadOnlySpan<byte> rest)
    {
        if (rest[0] is (byte)' ' or (byte)'(' or (byte)')')
            return 1;
        if (rest[0] == '"')
            return LengthOfQuoted(rest);
        if (rest[0] == '{')
            return LengthOfLiteral(rest);
        int end = rest.IndexOfAny(" ()\"{"u8);
        return end < 0 ? rest.Length : end;
    }

    // What is unterminated is detected when it is read.
    private static int LengthOfQuoted(ReadOnlySpan<byte> rest)
    {
        int length = QuotedToken.Length(rest[1..], out _);
        return length < 0 ? rest.Length : length + 2;
    }

    private static int LengthOfLiteral(ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)'\n');
        int digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (end < 0 || digits <= 0 || !int.TryParse(rest.Slice(1, digits), provider: null, out int size))
            return rest.Length;
        return (int)Math.Min(rest.Length, end + 1L + size);
    }

    private static CommandRefusedException Wrong(int at) => CommandRefusedException.Bad(
        $"Search keys must have one space between them, and none inside a parenthesis: octet {at} of them violates "
        + "that.");
}
