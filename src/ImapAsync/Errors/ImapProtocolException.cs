namespace ImapAsync;

/// <summary>
/// The server sent octets that are not IMAP. Thrown by parsers and contained by the connection; only broken framing
/// ends a connection with it.
/// </summary>
public class ImapProtocolException : ImapException
{
    /// <summary>Creates an exception with a message.</summary>
    public ImapProtocolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="MalformedResponse.IsInValue"/>
    internal bool IsInValue { get; init; }
}
