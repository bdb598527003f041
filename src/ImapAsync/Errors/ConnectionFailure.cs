namespace ImapAsync;

/// <summary>Why a connection could not be established, or has ended.</summary>
public enum ConnectionFailure
{
    /// <summary>
    /// The network or the server ended the connection, with a BYE or without. It was open, or in its TLS handshake.
    /// Transient.
    /// </summary>
    Lost,

    /// <summary>The host name has no address. Transient only if the resolver could not be asked.</summary>
    HostNotFound,

    /// <summary>The host refused the connection: no program listens on the port. Transient.</summary>
    Refused,

    /// <summary>There is no way to the host, or the connection failed in another way. Transient.</summary>
    Unreachable,

    /// <summary>
    /// Connecting, the TLS handshake or the greeting took too long, or the server was silent while it owed an answer
    /// (<see cref="ImapConnectionOptions.SilenceTimeout"/>). Transient.
    /// </summary>
    TimedOut,

    /// <summary>
    /// The proxy did not open a tunnel. Transient if it could not reach the server, and not if it refused.
    /// </summary>
    ProxyFailed,

    /// <summary>The server's certificate was not accepted: the message says why. Not transient.</summary>
    CertificateRejected,

    /// <summary>
    /// TLS could not be established for another reason: the other end speaks no TLS or no version that is allowed, or
    /// it does not offer STARTTLS. Not transient, unless the server refused STARTTLS with a code that is.
    /// </summary>
    TlsFailed,

    /// <summary>What answered does not greet like an IMAP server. Not transient.</summary>
    NotImap,

    /// <summary>
    /// The server greeted with BYE or NO: it accepts no connection now, or none from here. Transient, unless
    /// <see cref="ImapException.Code"/> says that it will not pass, such as CONTACTADMIN.
    /// </summary>
    GreetingRefused,

    /// <summary>
    /// The server broke the protocol so that it is unknown where its next response begins, or exceeded a limit
    /// (<see cref="ImapLimits"/>). Not transient.
    /// </summary>
    ProtocolError,

    /// <summary>
    /// The server accepted the credentials without the proof that the mechanism demands of it: it may be an impostor.
    /// Not transient.
    /// </summary>
    Untrusted,

    /// <summary>The connection was logged out (LOGOUT). Not transient.</summary>
    LoggedOut,

    /// <summary>The connection was disposed of. Not transient.</summary>
    Disposed,
}
