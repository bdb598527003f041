namespace ImapAsync;

/// <summary>
/// What a caller can do about a refusal, by its response code (RFC 5530 and others), or by its text if servers have no
/// code for it.
/// </summary>
internal static class RefusalHints
{
    public static string For(ImapStatus status, ResponseCode? code, string text)
    {
        string? hint = ByText(status, code, text) ?? code?.Name switch
        {
            ResponseCodes.NonExistent => "LIST shows the existing names",
            ResponseCodes.TryCreate => "create the mailbox first, then try again",
            ResponseCodes.AlreadyExists => "LIST shows the names that are taken",
            ResponseCodes.OverQuota => "GETQUOTAROOT shows what is used and allowed",
            ResponseCodes.NoPerm => "MYRIGHTS shows what this user may do",
            ResponseCodes.InUse => "another session holds it: try again later",
            ResponseCodes.Unavailable => "something the server depends on is down: try again later",
            ResponseCodes.Limit or ResponseCodes.TooBig => "the server has a limit: ask for less at a time",
            ResponseCodes.Expired => "the credentials have expired: get new ones",
            ResponseCodes.AuthenticationFailed => "check the user name and the password or token",
            ResponseCodes.AuthorizationFailed => "this user may not act for that identity",
            ResponseCodes.PrivacyRequired => "connect with TLS",
            ResponseCodes.BadCharset => "search with UTF-8 or ASCII only",
            ResponseCodes.ReadOnly => "select the mailbox for reading and writing",
            ResponseCodes.ExpungeIssued => "some messages were expunged: search again",
            ResponseCodes.Cannot => "the server can never do this",
            ResponseCodes.BadEvent or ResponseCodes.BadUrl => "see the arguments in the brackets",
            ResponseCodes.UnknownCte => "fetch the part undecoded, with BODY instead of BINARY",
            ResponseCodes.Metadata => "see the limit in the brackets",
            _ => null,
        };
        hint ??= status == ImapStatus.Bad
            ? "the server does not accept the command, or not in this state; the capabilities show what it supports"
            : null;
        return hint is null ? "" : $" ({hint}).";
    }

    private static string? ByText(ImapStatus status, ResponseCode? code, string text)
    {
        if (ImapThrottling.Read(status, code, text) is { } throttling)
        {
            return throttling.Backoff is { } backoff
                ? $"wait {backoff.TotalSeconds:0.###} seconds, then try again"
                : "wait a while, then try again";
        }
        // 163.com and related servers admit only programs that identify themselves.
        return text.Contains("Unsafe Login", StringComparison.OrdinalIgnoreCase)
            ? "send ID first, with the program's name, then try again"
            : null;
    }
}
