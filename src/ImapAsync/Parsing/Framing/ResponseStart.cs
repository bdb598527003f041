namespace ImapAsync;

/// <summary>The beginning of an untagged response: <c>* </c>, and on some servers more or less than that.</summary>
internal static class ResponseStart
{
    /// <summary>
    /// Octets without meaning at the start of a response: some servers send NUL there, others spaces.
    /// </summary>
    public static ReadOnlySpan<byte> Ignored => "\0 \t"u8;

    /// <summary>Removes octets without meaning.</summary>
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> response) => response.TrimStart(Ignored);

    /// <summary>
    /// Removes the star and the spaces after it, of which there may be none; false if there is no star, or nothing
    /// after it.
    /// </summary>
    public static bool TryReadStar(ReadOnlySpan<byte> response, out ReadOnlySpan<byte> raw)
    {
        raw = response is [(byte)'*', ..] ? response[1..].TrimStart(" \t"u8) : default;
        return !raw.IsEmpty;
    }

    /// <summary>
    /// Whether a response can begin like this, even an unknown one or one with an unreadable number: another star, for
    /// example, is not one.
    /// </summary>
    public static bool IsBegun(ReadOnlySpan<byte> raw) =>
        raw is [(byte)'-', var digit, ..]
            ? Ascii.IsDigit(digit)
            : raw[0] is (byte)'[' or (byte)'(' or (byte)'#' or (byte)'+' or (byte)'.' or (byte)'"'
                || !char.IsPunctuation((char)raw[0])
                || raw[0] >= 0x80;

    /// <summary>Removes the UID of the command, which some servers repeat before the name of its response.</summary>
    public static ReadOnlySpan<byte> WithoutUid(ReadOnlySpan<byte> raw)
    {
        if (!Ascii.StartsWithIgnoreCase(raw, "UID "u8))
            return raw;
        ReadOnlySpan<byte> name = raw[4..].TrimStart((byte)' ');
        bool isFound = Ascii.StartsWithIgnoreCase(name, "SEARCH"u8) || Ascii.StartsWithIgnoreCase(name, "ESEARCH"u8)
            || Ascii.StartsWithIgnoreCase(name, "SORT"u8) || Ascii.StartsWithIgnoreCase(name, "THREAD"u8);
        return isFound ? name : raw;
    }
}
