namespace ImapAsync;

/// <summary>Decimal numbers as servers send them: also negative, also quoted.</summary>
internal static class NumberToken
{
    /// <summary>Parses the number at the start of <paramref name="bytes"/>; on failure <paramref name="length"/> is 0.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out ulong value, out int length)
    {
        length = 0;
        bool quoted = bytes.Length > 0 && bytes[0] == '"';
        int i = quoted ? 1 : 0;
        bool negative = i < bytes.Length && bytes[i] == '-';
        if (negative)
            i++;
        int first = i;
        value = 0;
        for (; i < bytes.Length && Ascii.IsDigit(bytes[i]); i++)
        {
            uint digit = (uint)(bytes[i] - '0');
            if (value > (ulong.MaxValue - digit) / 10)
                return false;
            value = (value * 10) + digit;
        }

        if (i == first || (quoted && (i >= bytes.Length || bytes[i++] != '"')))
            return false;
        if (negative)
            value = 0;
        length = i;
        return true;
    }
}
