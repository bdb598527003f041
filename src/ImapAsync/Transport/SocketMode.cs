namespace ImapAsync;

/// <summary>
/// How a connection reads from and writes to its TCP socket. Everything else is the same: dialing, keep-alive, TLS,
/// compression and error handling.
/// </summary>
public enum SocketMode
{
    /// <summary>The socket's stream: octets are read on demand and wait in the operating system until then.</summary>
    Stream,

    /// <summary>
    /// A pair of pipes (<c>Pipelines.Sockets.Unofficial</c>): incoming octets are read at once on another thread, up to
    /// a mebibyte ahead of the reader. Bodies are read 5 to 15 % faster if the server is faster than the client; an
    /// idle connection is 2 to 3 KB larger.
    /// </summary>
    Pipes,
}
