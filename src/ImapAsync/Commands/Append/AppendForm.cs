namespace ImapAsync;

/// <summary>How the octets of a message are announced to the server.</summary>
public enum AppendForm
{
    /// <summary>
    /// A literal: a message without NUL, its lines ended by CR LF (RFC 9051 §6.3.12). Every server accepts it.
    /// </summary>
    Literal,

    /// <summary>
    /// A literal8: the body may contain any octet, if its transfer encoding is BINARY (capability BINARY, RFC 3516
    /// §4.4).
    /// </summary>
    Binary,

    /// <summary>
    /// A message with UTF-8 in its headers (RFC 6855 §4). If UTF8=ACCEPT is not enabled, it is not sent:
    /// <see cref="NotSupportedException"/>.
    /// </summary>
    Utf8,
}
