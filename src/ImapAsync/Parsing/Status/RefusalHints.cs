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
            "NONEXISTENT" => "LIST shows the existing names",
            "TRYCREATE" => "create the mailbox first, then try again",
            "ALREADYEXISTS" => "LIST shows the names that are taken",
            "OVERQUOTA" => "GETQUOTAROOT shows what is used and allowed",
            "NOPERM" => "MYRIGHTS shows what this user may do",
            "INUSE" => "another session holds it: try again later",
            "UNAVAILABLE" => "something the server depends on is down: try again later",
            "LIMIT" or "TOOBIG" => "the server has a limit: ask for less at a time",
            "EXPIRED" => "the credentials have expired: get new ones",
            "AUTHENTICATIONFAILED" => "check the user name and the password or token",
            "AUTHORIZATIONFAILED" => "this user may not act for that identity",
            "PRIVACYREQUIRED" => "connect with TLS",
            "BADCHARSET" => "search with UTF-8 or ASCII only",
            "READ-ONLY" => "select the mailbox for reading and writing",
            "EXPUNGEISSUED" => "some messages were expunged: search again",
            "CANNOT" => "the server can never do this",
            "BADEVENT" or "BADURL" => "see the arguments in the brackets",
            "UNKNOWN-CTE" => "fetch the part undecoded, with BODY instead of BINARY",
            "METADATA" => "see the limit in the brackets",
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
