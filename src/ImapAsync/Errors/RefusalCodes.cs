namespace ImapAsync;

/// <summary>What response codes say about whether to try again (RFC 5530 §3 and others).</summary>
internal static class RefusalCodes
{
    /// <summary>Whether the same command may succeed later.</summary>
    public static bool IsPassing(ResponseCode? code) => code?.Name
        is ResponseCodes.Unavailable or ResponseCodes.InUse or ResponseCodes.ServerBug or ResponseCodes.TempFail
        or ResponseCodes.Throttled;

    /// <summary>Whether it says that trying again is pointless until somebody changes something.</summary>
    public static bool IsLasting(ResponseCode? code) => code?.Name
        is ResponseCodes.AuthenticationFailed or ResponseCodes.AuthorizationFailed or ResponseCodes.Expired
        or ResponseCodes.PrivacyRequired or ResponseCodes.ContactAdmin or ResponseCodes.NoPerm
        or ResponseCodes.ClientBug or ResponseCodes.Cannot or ResponseCodes.Referral;
}
