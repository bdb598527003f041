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
            return status.IsMoreThanText;
        UntaggedResponse response = new(line, limits);
        if (response.IsBehindOther)
            return false;
        ReadOnlySpan<byte> arguments = response.Arguments.Remaining.Trim((byte)' ');
        return response.Number is > 0
            ? IsOfMessage(response.Kind, arguments)
            : ResponseNames.Fits(response.Kind, arguments);
    }

    /// <summary>Whether the line begins with a name that does not occur in chatter.</summary>
    public static bool IsOfAccount(ReadOnlySpan<byte> line, ImapLimits limits) =>
        new UntaggedResponse(line, limits).Kind is ResponseKind.Quota or ResponseKind.QuotaRoot
            or ResponseKind.Metadata or ResponseKind.Namespace or ResponseKind.Id or ResponseKind.Acl
            or ResponseKind.MyRights or ResponseKind.ListRights or ResponseKind.Annotation or ResponseKind.Language
            or ResponseKind.Comparator;

    private static bool IsOfMessage(ResponseKind kind, ReadOnlySpan<byte> arguments) =>
        arguments.IsEmpty
            ? kind is ResponseKind.Expunge or ResponseKind.Exists
            : kind == ResponseKind.Fetch && arguments[0] == '(';
}
