namespace ImapAsync;

/// <summary>The names of untagged responses.</summary>
internal static class ResponseNames
{
    /// <summary>The kind of the response with this name, ignoring case.</summary>
    public static ResponseKind KindOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when Is(name, "OK"u8) => ResponseKind.Ok,
        2 when Is(name, "NO"u8) => ResponseKind.No,
        2 when Is(name, "ID"u8) => ResponseKind.Id,
        3 when Is(name, "BAD"u8) => ResponseKind.Bad,
        3 when Is(name, "BYE"u8) => ResponseKind.Bye,
        3 when Is(name, "ACL"u8) => ResponseKind.Acl,
        4 when Is(name, "LIST"u8) => ResponseKind.List,
        4 when Is(name, "LSUB"u8) => ResponseKind.Lsub,
        4 when Is(name, "SORT"u8) => ResponseKind.Sort,
        5 when Is(name, "FETCH"u8) => ResponseKind.Fetch,
        5 when Is(name, "FLAGS"u8) => ResponseKind.Flags,
        5 when Is(name, "QUOTA"u8) => ResponseKind.Quota,
        5 when Is(name, "XLIST"u8) => ResponseKind.XList,
        6 when Is(name, "EXISTS"u8) => ResponseKind.Exists,
        6 when Is(name, "RECENT"u8) => ResponseKind.Recent,
        6 when Is(name, "STATUS"u8) => ResponseKind.Status,
        6 when Is(name, "SEARCH"u8) => ResponseKind.Search,
        6 when Is(name, "THREAD"u8) => ResponseKind.Thread,
        7 when Is(name, "EXPUNGE"u8) => ResponseKind.Expunge,
        7 when Is(name, "ESEARCH"u8) => ResponseKind.ESearch,
        7 when Is(name, "ENABLED"u8) => ResponseKind.Enabled,
        7 when Is(name, "PREAUTH"u8) => ResponseKind.PreAuth,
        8 when Is(name, "VANISHED"u8) => ResponseKind.Vanished,
        8 when Is(name, "METADATA"u8) => ResponseKind.Metadata,
        8 when Is(name, "MYRIGHTS"u8) => ResponseKind.MyRights,
        8 when Is(name, "LANGUAGE"u8) => ResponseKind.Language,
        8 when Is(name, "EXPUNGED"u8) => ResponseKind.Expunge,
        9 when Is(name, "NAMESPACE"u8) => ResponseKind.Namespace,
        9 when Is(name, "QUOTAROOT"u8) => ResponseKind.QuotaRoot,
        10 when Is(name, "CAPABILITY"u8) => ResponseKind.Capability,
        10 when Is(name, "LISTRIGHTS"u8) => ResponseKind.ListRights,
        10 when Is(name, "COMPARATOR"u8) => ResponseKind.Comparator,
        10 when Is(name, "ANNOTATION"u8) => ResponseKind.Annotation,
        _ => IsOfExtension(name) ? ResponseKind.Extension : ResponseKind.Other,
    };

    /// <summary>
    /// Whether arguments look like those of a response of that kind, which has no number: a server's chatter can begin
    /// with a response's name too.
    /// </summary>
    public static bool Fits(ResponseKind kind, ReadOnlySpan<byte> arguments) => HasArguments(kind)
        && (arguments is [(byte)'(' or (byte)'"' or (>= (byte)'0' and <= (byte)'9'), ..]
            || arguments is [.., (byte)')']);

    private static bool HasArguments(ResponseKind kind) => kind is >= ResponseKind.Id and <= ResponseKind.Vanished;

    private static bool IsOfExtension(ReadOnlySpan<byte> name) => name.Length switch
    {
        5 => Is(name, "RLIST"u8) || Is(name, "ESORT"u8) || Is(name, "RLSUB"u8),
        8 => Is(name, "UIDFETCH"u8) || Is(name, "URLFETCH"u8),
        9 => Is(name, "CONVERTED"u8),
        10 => Is(name, "GENURLAUTH"u8) || Is(name, "CONVERSION"u8),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected) =>
        Ascii.EqualsIgnoreCase(name, expected);
}
