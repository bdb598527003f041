namespace ImapAsync;

/// <summary>
/// What stands between a TCP connection and whoever reads and writes it. All else is the same: dialing, keep-alive,
/// TLS, compression, and what becomes of a fault.
/// </summary>
public enum SocketMode
{
    /// <summary>
    /// The socket's stream: octets are read when they are asked for, and wait in the operating system until then.
    /// </summary>
    Stream,

    /// <summary>
    /// A pair of pipes (<c>Pipelines.Sockets.Unofficial</c>): what arrives is read at once, up to a mebibyte ahead of
    /// the consumer, on another thread. Bodies are read 5 to 15 % faster where the server is faster than the client; an
    /// idle connection is larger by 2 to 3 KB.
    /// </summary>
    Pipes,
}
