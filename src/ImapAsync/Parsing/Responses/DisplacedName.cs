namespace ImapAsync;

/// <summary>
/// The name of an untagged response that something other than a number precedes: <c>1,2 EXPUNGE</c>, <c>x FETCH (UID
/// 5)</c>.
/// </summary>
internal static class DisplacedName
{
    // A longer unknown word may be the name of an extension's response.
    private const int ShortestUnknownName = 3;

    /// <summary>
    /// The start of a known name that follows a first word which is neither a number nor a name; -1 if there is none.
    /// </summary>
    /// <param name="raw">The response.</param>
    /// <param name="kind">What was taken for its kind.</param>
    public static int Find(ReadOnlySpan<byte> raw, ResponseKind kind)
    {
        if (kind != ResponseKind.Other)
            return -1;
        int space = raw.IndexOf((byte)' ');
        if (space <= 0 || raw[0] == '[')
            return -1;
        int start = ValueScanner.SkipSpaces(raw, space);
        ReadOnlySpan<byte> rest = raw[start..];
        int length = rest.IndexOfAny(" ("u8);
        ReadOnlySpan<byte> second = length < 0 ? rest : rest[..length];
        ReadOnlySpan<byte> arguments = rest[second.Length..].Trim((byte)' ');
        ResponseKind behind = ResponseNames.KindOf(second);
        bool isName = IsOfMessage(behind)
            ? (behind == ResponseKind.Fetch) == arguments is [(byte)'(', ..]
            : behind != ResponseKind.Other && !MayBeName(raw[..space]) && IsFollowedBy(behind, rest, arguments);
        return isName ? start : -1;
    }

    private static bool IsFollowedBy(ResponseKind kind, ReadOnlySpan<byte> response, ReadOnlySpan<byte> arguments) =>
        StatusResponse.TryParse(response, out StatusResponse status)
            ? status.IsMoreThanText
            : ResponseNames.Fits(kind, arguments);

    private static bool IsOfMessage(ResponseKind kind) => kind >= ResponseKind.Exists;

    private static bool MayBeName(ReadOnlySpan<byte> word) =>
        word.Length >= ShortestUnknownName && char.IsAsciiLetter((char)word[0]);
}
