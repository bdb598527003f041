namespace ImapAsync.Testing;

/// <summary>What real servers do that the RFCs do not allow, or that nobody expects.</summary>
public enum ImapQuirk
{
    /// <summary>Office 365, home.pl: the response code of a COPY without a status before it, <c>* [COPYUID …]</c>.</summary>
    CodeWithoutStatus,

    /// <summary>Gmail refuses the macros ALL, FAST and FULL of FETCH.</summary>
    NoFetchMacros,

    /// <summary>163, 126: SELECT fails with "Unsafe Login" until ID is sent.</summary>
    UnsafeLogin,

    /// <summary>A server that answers SEARCH … RETURN with SEARCH.</summary>
    SearchForESearch,

    /// <summary>A server that answers a SEARCH without RETURN with ESEARCH.</summary>
    ESearchForSearch,
}
