namespace ImapAsync;

/// <summary>
/// The names of untagged responses, for finding a name that follows something other than a number: <c>1,2 EXPUNGE</c>,
/// <c>x FETCH (UID 5)</c>.
/// </summary>
internal static class ResponseNames
{
    // A longer unknown word may be the name of an extension's response.
    private const int ShortestUnknownName = 3;

    /// <summary>
    /// The start of a known name that follows a first word which is neither a number nor a name; -1 if there is none.
    /// </summary>
    /// <param name="raw">The response.</param>
    /// <param name="name">What was taken for its name.</param>
    public static int FindBehindFirst(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> name)
    {
        int space = raw.IndexOf((byte)' ');
        if (space <= 0 || raw[0] == '[' || IsKnown(name) || IsOfMessage(name))
            return -1;
        int start = ValueScanner.SkipSpaces(raw, space);
        ReadOnlySpan<byte> rest = raw[start..];
        int length = rest.IndexOfAny(" ("u8);
        ReadOnlySpan<byte> second = length < 0 ? rest : rest[..length];
        ReadOnlySpan<byte> arguments = rest[second.Length..].Trim((byte)' ');
        bool isName = IsOfMessage(second)
            ? Ascii.EqualsIgnoreCase(second, "FETCH"u8) == arguments is [(byte)'(', ..]
            : IsKnown(second) && !MayBeName(raw[..space]) && StarlessResponse.Is(rest, ImapLimits.Default);
        return isName ? start : -1;
    }

    private static bool MayBeName(ReadOnlySpan<byte> word) =>
        word.Length >= ShortestUnknownName && char.IsAsciiLetter((char)word[0]);

    private static bool IsOfMessage(ReadOnlySpan<byte> name) =>
        IsOne(name, "FETCH"u8, "EXISTS"u8, "RECENT"u8) || ExpungeParser.IsName(name);

    private static bool IsKnown(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => IsOne(name, "OK"u8, "NO"u8, "ID"u8),
        3 => IsOne(name, "BAD"u8, "BYE"u8, "ACL"u8),
        4 => IsOne(name, "LIST"u8, "LSUB"u8, "SORT"u8),
        5 => IsOne(name, "FLAGS"u8, "QUOTA"u8, "XLIST"u8) || IsOne(name, "RLIST"u8, "ESORT"u8, "RLSUB"u8),
        6 => IsOne(name, "STATUS"u8, "SEARCH"u8, "THREAD"u8),
        7 => IsOne(name, "ESEARCH"u8, "PREAUTH"u8, "ENABLED"u8),
        8 => IsOne(name, "VANISHED"u8, "METADATA"u8, "MYRIGHTS"u8)
            || IsOne(name, "LANGUAGE"u8, "UIDFETCH"u8, "URLFETCH"u8),
        9 => IsOne(name, "NAMESPACE"u8, "QUOTAROOT"u8, "CONVERTED"u8),
        10 => IsOne(name, "CAPABILITY"u8, "LISTRIGHTS"u8, "COMPARATOR"u8)
            || IsOne(name, "ANNOTATION"u8, "GENURLAUTH"u8, "CONVERSION"u8),
        _ => false,
    };

    private static bool IsOne(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third) =>
        Ascii.EqualsIgnoreCase(name, first) || Ascii.EqualsIgnoreCase(name, second)
            || Ascii.EqualsIgnoreCase(name, third);
}
