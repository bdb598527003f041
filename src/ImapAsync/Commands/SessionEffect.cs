namespace ImapAsync;

/// <summary>The effect of a command's success on the connection itself.</summary>
internal enum SessionEffect
{
    /// <summary>No effect.</summary>
    None,

    /// <summary>LOGIN, AUTHENTICATE: the state becomes authenticated, and the capabilities may change.</summary>
    Authenticates,

    /// <summary>UNAUTHENTICATE (RFC 8437): back to the previous state.</summary>
    Unauthenticates,

    /// <summary>LOGOUT: the server sends BYE, which is not a fault.</summary>
    LogsOut,

    /// <summary>STARTTLS: TLS begins after the tagged OK.</summary>
    StartsTls,

    /// <summary>COMPRESS: compression begins after the tagged OK.</summary>
    StartsCompression,
}
