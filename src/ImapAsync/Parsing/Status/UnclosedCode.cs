using System.Collections.Frozen;

namespace ImapAsync;

/// <summary>
/// Response codes whose bracket is never closed. They are recognised by name (RFC 9051 §7.1 and the registry of
/// response codes): anything else after a bracket is text.
/// </summary>
internal static class UnclosedCode
{
    private const int LongestName = 20;

    private static readonly FrozenSet<string> WithArguments = Names(
        ResponseCodes.Annotate, ResponseCodes.Annotations, ResponseCodes.AppendUid, ResponseCodes.BadCharset,
        ResponseCodes.BadEvent, ResponseCodes.BadUrl, ResponseCodes.Capability, ResponseCodes.CopyUid,
        ResponseCodes.HighestModSeq, ResponseCodes.InProgress, ResponseCodes.MailboxId,
        ResponseCodes.MaxConvertMessages, ResponseCodes.MaxConvertParts, ResponseCodes.MessageLimit,
        ResponseCodes.Metadata, ResponseCodes.Modified, ResponseCodes.NewName, ResponseCodes.NoUpdate,
        ResponseCodes.PermanentFlags, ResponseCodes.Referral, ResponseCodes.UidNext, ResponseCodes.UidValidity,
        ResponseCodes.UndefinedFilter, ResponseCodes.Unseen, ResponseCodes.UrlMech);

    private static readonly FrozenSet<string> WithoutArguments = Names(
        ResponseCodes.Alert, ResponseCodes.AlreadyExists, ResponseCodes.AuthenticationFailed,
        ResponseCodes.AuthorizationFailed, ResponseCodes.BadComparator, ResponseCodes.Cannot, ResponseCodes.ClientBug,
        ResponseCodes.Closed, ResponseCodes.CompressionActive, ResponseCodes.ContactAdmin, ResponseCodes.Corruption,
        ResponseCodes.Expired, ResponseCodes.ExpungeIssued, ResponseCodes.HasChildren, ResponseCodes.InUse,
        ResponseCodes.Limit, ResponseCodes.NoModSeq, ResponseCodes.NonExistent, ResponseCodes.NoPerm,
        ResponseCodes.NotificationOverflow, ResponseCodes.NotSaved, ResponseCodes.OverQuota, ResponseCodes.Parse,
        ResponseCodes.PrivacyRequired, ResponseCodes.ReadOnly, ResponseCodes.ReadWrite, ResponseCodes.ServerBug,
        ResponseCodes.TempFail, ResponseCodes.Throttled, ResponseCodes.TooBig, ResponseCodes.TryCreate,
        ResponseCodes.UidNotSticky, ResponseCodes.UidRequired, ResponseCodes.Unavailable, ResponseCodes.UnknownCte,
        ResponseCodes.UseAttr);

    /// <summary>
    /// Reads the code that begins with the bracket at the start of <paramref name="text"/>. If it has arguments, their
    /// end is unknown: everything that follows is taken for them.
    /// </summary>
    public static ResponseCode? TryRead(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        int start = text.Length - text[1..].TrimStart(" \t"u8).Length;
        ReadOnlySpan<byte> name = text[start..];
        int end = name.IndexOfAny(" \t\r\n"u8);
        name = end < 0 ? name : name[..end];
        if (name.Length is 0 or > LongestName)
            return null;

        string known = TextCache.Get(name);
        bool hasArguments = WithArguments.Contains(known);
        if (!hasArguments && !WithoutArguments.Contains(known))
            return null;
        length = hasArguments ? text.Length : start + name.Length;
        byte[] arguments = hasArguments ? text[(start + name.Length)..].Trim(" \t\r\n"u8).ToArray() : [];
        return new ResponseCode(known, arguments) { IsUnclosed = true };
    }

    private static FrozenSet<string> Names(params ReadOnlySpan<string> names) =>
        FrozenSet.ToFrozenSet([.. names], StringComparer.OrdinalIgnoreCase);
}
