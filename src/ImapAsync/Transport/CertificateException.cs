using System.Security.Authentication;

namespace ImapAsync;

/// <summary>The server's certificate was not accepted.</summary>
internal sealed class CertificateException(string message, Exception cause) : AuthenticationException(message, cause);
