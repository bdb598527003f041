using System.Net.Sockets;
using System.Security.Authentication;

namespace ImapAsync;

/// <summary>Reads from an exception of the transport, or of a loop, why a connection failed.</summary>
internal static class FailureReason
{
    public static ConnectionFailure Of(Exception exception) => exception switch
    {
        CertificateException => ConnectionFailure.CertificateRejected,
        AuthenticationException => ConnectionFailure.TlsFailed,
        TimeoutException => ConnectionFailure.TimedOut,
        ProxyException => ConnectionFailure.ProxyFailed,
        SocketException socket => Of(socket.SocketErrorCode),
        ImapProtocolException => ConnectionFailure.ProtocolError,
        _ => ConnectionFailure.Lost,
    };

    /// <summary>The exception if the connection could not be established.</summary>
    public static ImapConnectionException ToException(Exception cause)
    {
        bool isTransient = cause is ProxyException { IsTransient: true }
            or SocketException { SocketErrorCode: SocketError.TryAgain };
        ConnectionFailure reason = Of(cause);
        return isTransient
            ? new(cause.Message, innerException: cause) { Reason = reason, IsTransient = true }
            : new(cause.Message, innerException: cause) { Reason = reason };
    }

    private static ConnectionFailure Of(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.NoRecovery or SocketError.TryAgain =>
            ConnectionFailure.HostNotFound,
        SocketError.ConnectionRefused => ConnectionFailure.Refused,
        SocketError.TimedOut => ConnectionFailure.TimedOut,
        SocketError.ConnectionReset or SocketError.ConnectionAborted => ConnectionFailure.Lost,
        _ => ConnectionFailure.Unreachable,
    };
}
