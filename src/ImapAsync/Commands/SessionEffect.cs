namespace ImapAsync;

/// <summary>What the success of a command means for the connection itself.</summary>
internal enum SessionEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>LOGIN, AUTHENTICATE: the state becomes authenticated, and the capabilities may be others.</summary>
    Authenticates,

    /// <summary>UNAUTHENTICATE (RFC 8437): back to the state before.</summary>
    Unauthenticates,

    /// <summary>LOGOUT: the server says BYE, and that is no fault.</summary>
    LogsOut,

    /// <summary>STARTTLS: TLS begins behind the tagged OK.</summary>
    StartsTls,

    /// <summary>COMPRESS: compression begins behind the tagged OK.</summary>
    StartsCompression,
}
