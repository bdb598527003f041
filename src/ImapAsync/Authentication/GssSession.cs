using System.Buffers;
using System.Net.Security;

namespace ImapAsync;

/// <summary>
/// The part of a GSSAPI or SSPI security context that SASL needs. Tests substitute their own for the operating
/// system's.
/// </summary>
internal interface IGssSession : IDisposable
{
    /// <summary>Whether the context is established.</summary>
    bool IsEstablished { get; }

    /// <summary>Takes the peer's token (empty at first) and returns the next one to send, if there is one.</summary>
    byte[]? Next(ReadOnlySpan<byte> token, out NegotiateAuthenticationStatusCode status);

    /// <summary>Verifies and unwraps a message; <see langword="null"/> if it was tampered with.</summary>
    byte[]? Unwrap(ReadOnlySpan<byte> message);

    /// <summary>Wraps a message without encrypting it; <see langword="null"/> if that failed.</summary>
    byte[]? Wrap(ReadOnlySpan<byte> message);
}

/// <summary>The operating system's security context.</summary>
internal sealed class GssSession(NegotiateAuthenticationClientOptions options) : IGssSession
{
    private readonly NegotiateAuthentication _authentication = new(options);

    public bool IsEstablished => _authentication.IsAuthenticated;

    public byte[]? Next(ReadOnlySpan<byte> token, out NegotiateAuthenticationStatusCode status)
        => _authentication.GetOutgoingBlob(token, out status);

    public byte[]? Unwrap(ReadOnlySpan<byte> message)
    {
        ArrayBufferWriter<byte> opened = new();
        NegotiateAuthenticationStatusCode status = _authentication.Unwrap(message, opened, out _);
        return status == NegotiateAuthenticationStatusCode.Completed ? opened.WrittenSpan.ToArray() : null;
    }

    public byte[]? Wrap(ReadOnlySpan<byte> message)
    {
        ArrayBufferWriter<byte> wrapped = new();
        NegotiateAuthenticationStatusCode status =
            _authentication.Wrap(message, wrapped, requestEncryption: false, out _);
        return status == NegotiateAuthenticationStatusCode.Completed ? wrapped.WrittenSpan.ToArray() : null;
    }

    public void Dispose() => _authentication.Dispose();
}
