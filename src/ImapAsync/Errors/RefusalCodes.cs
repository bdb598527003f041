namespace ImapAsync;

/// <summary>What response codes say about whether to try again (RFC 5530 §3 and others).</summary>
internal static class RefusalCodes
{
    /// <summary>Whether the same command may succeed later.</summary>
    public static bool IsPassing(ResponseCode? code) =>
        code?.Name is "UNAVAILABLE" or "INUSE" or "SERVERBUG" or "TEMPFAIL" or "THROTTLED";

    /// <summary>Whether it says that trying again is pointless until somebody changes something.</summary>
    public static bool IsLasting(ResponseCode? code) =>
        code?.Name is "AUTHENTICATIONFAILED" or "AUTHORIZATIONFAILED" or "EXPIRED" or "PRIVACYREQUIRED"
            or "CONTACTADMIN" or "NOPERM" or "CLIENTBUG" or "CANNOT" or "REFERRAL";
}
