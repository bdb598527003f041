namespace ImapAsync;

/// <summary>
/// Reads the content of angle brackets and what follows an at sign (RFC 5322 §3.4.1), with white space and comments
/// anywhere (§4.4).
/// </summary>
internal static class MailAddressSpec
{
    /// <summary>
    /// Skips the opening bracket, which some write twice, and a route, which it returns without its colon, or empty if
    /// there is none: <c>&lt;@relay.example,@other.example:user@host&gt;</c>.
    /// </summary>
    public static ReadOnlySpan<byte> SkipAngleStart(ref MailAddressScanner scanner)
    {
        bool skipped = true;
        while (skipped)
            skipped = scanner.TryTake('<') || scanner.SkipSpace();
        if (scanner.AtEnd || scanner.Current != '@')
            return default;
        int end = scanner.Rest.IndexOfAny(":<>;"u8);
        if (end < 0 || scanner.Rest[end] != ':')
            return default;
        ReadOnlySpan<byte> route = scanner.Rest[..end].TrimEnd(" \t\r\n"u8);
        scanner.Position += end + 1;
        return route;
    }

    /// <summary>Moves to what follows the closing bracket, or to the separator before which it is missing.</summary>
    public static void SkipAngleEnd(ref MailAddressScanner scanner)
    {
        int end = scanner.Rest.IndexOfAny(">,;<"u8);
        scanner.Position += end < 0 ? scanner.Rest.Length : end;
        bool closed = true;
        while (closed)
            closed = scanner.TryTake('>');
    }

    /// <summary>Copies the local part, up to the at sign, and returns its length.</summary>
    public static int TakeMailbox(ref MailAddressScanner scanner, Span<byte> destination)
    {
        int length = 0;
        while (true)
        {
            scanner.SkipSpace();
            if (scanner.AtEnd || "@>,;<"u8.Contains(scanner.Current))
                return length;
            if (scanner.TryTake(':'))
                destination[length++] = (byte)':';
            else
                length += scanner.TakeWord(destination[length..]);
        }
    }

    /// <summary>Copies the host after the at sign and returns its length.</summary>
    public static int TakeHost(ref MailAddressScanner scanner, Span<byte> destination)
    {
        int length = 0;
        while (true)
        {
            scanner.SkipSpace();
            if (scanner.AtEnd || "<>,;:@\""u8.Contains(scanner.Current))
                return length;
            bool joined = length == 0 || scanner.Current == '.' || destination[length - 1] == '.';
            if (!joined)
                return length;
            length += scanner.Current == '['
                ? TakeLiteral(ref scanner, destination[length..])
                : scanner.TakeWord(destination[length..]);
        }
    }

    // [192.0.2.1], [IPv6:2001:db8::1]
    private static int TakeLiteral(ref MailAddressScanner scanner, Span<byte> destination)
    {
        ReadOnlySpan<byte> rest = scanner.Rest;
        int length = rest.IndexOfAny("],>"u8);
        if (length < 0)
            length = rest.Length;
        else if (rest[length] == ']')
            length++;
        rest[..length].CopyTo(destination);
        scanner.Position += length;
        return length;
    }
}
