using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Lines that are untagged responses without the initial star. A server's chatter can begin with a response's name too
/// (<c>SEARCH completed</c>), so the text after the name must look like its arguments.
/// </summary>
internal static class StarlessResponse
{
    /// <summary>Whether the line is such a response.</summary>
    public static bool Is(ReadOnlySpan<byte> line, ImapLimits limits)
    {
        if (StatusResponse.TryParse(line, out StatusResponse status))
            return status is { Code: not null, Kind: StatusKind.Ok or StatusKind.No or StatusKind.Bad };
        UntaggedResponse response = new(line, limits);
        if (response.IsBehindOther)
            return false;
        ReadOnlySpan<byte> arguments = response.Arguments.Remaining.Trim((byte)' ');
        if (response.Number is > 0)
            return IsOfMessage(response, arguments);
        return IsNamed(response)
            && (arguments is [(byte)'(' or (byte)'"' or (>= (byte)'0' and <= (byte)'9'), ..]
                || arguments is [.., (byte)')']);
    }

    /// <summary>Whether the line begins with a name that does not occur in chatter.</summary>
    public static bool IsOfAccount(ReadOnlySpan<byte> line, ImapLimits limits) =>
        IsOfAccount(new UntaggedResponse(line, limits));

    private static bool IsOfMessage(in UntaggedResponse response, ReadOnlySpan<byte> arguments) =>
        arguments.IsEmpty
            ? ExpungeParser.IsOfNumber(response) || response.Is("EXISTS"u8)
            : response.Is("FETCH"u8) && arguments[0] == '(';

    private static bool IsNamed(in UntaggedResponse response) => IsOfMailbox(response) || IsOfAccount(response)
        || response.Is("SEARCH"u8) || response.Is("SORT"u8) || response.Is("ESEARCH"u8) || response.Is("THREAD"u8)
        || response.Is("VANISHED"u8) || response.Is("FLAGS"u8);

    private static bool IsOfMailbox(in UntaggedResponse response) =>
        response.Is("LIST"u8) || response.Is("LSUB"u8) || response.Is("XLIST"u8) || response.Is("STATUS"u8);

    private static bool IsOfAccount(in UntaggedResponse response) =>
        response.Is("QUOTA"u8) || response.Is("QUOTAROOT"u8) || response.Is("METADATA"u8) || response.Is("NAMESPACE"u8)
            || response.Is("ID"u8) || response.Is("ACL"u8) || response.Is("MYRIGHTS"u8) || response.Is("LISTRIGHTS"u8)
            || response.Is("ANNOTATION"u8) || response.Is("LANGUAGE"u8) || response.Is("COMPARATOR"u8);
}
