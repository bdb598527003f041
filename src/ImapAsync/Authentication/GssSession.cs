using System.Buffers;
using System.Net.Security;

namespace ImapAsync;

/// <summary>
/// A GSSAPI or SSPI security context as far as SASL needs it; a test puts its own in place of the operating system's.
/// </summary>
internal interface IGssSession : IDisposable
{
    /// <summary>Whether the context is established.</summary>
    bool IsEstablished { get; }

    /// <summary>Takes the peer's token (nothing, at first), gives the next one to send, if there is one.</summary>
    byte[]? Next(ReadOnlySpan<byte> token, out NegotiateAuthenticationStatusCode status);

    /// <summary>Verifies and opens a wrapped message; <see langword="null"/> where it was tampered with.</summary>
    byte[]? Unwrap(ReadOnlySpan<byte> message);

    /// <summary>Wraps a message without encrypting it; <see langword="null"/> where that failed.</summary>
    byte[]? Wrap(ReadOnlySpan<byte> message);
}

/// <summary>The operating system's.</summary>
internal sealed class GssSession(NegotiateAuthenticationClientOptions options) : IGssSession
{
    private readonly NegotiateAuthentication _authentication = new(options);

    public bool IsEstablished => _authentication.IsAuthenticated;

    public byte[]? Next(ReadOnlySpan<byte> token, out NegotiateAuthenticationStatusCode status)
        => _authentication.GetOutgoingBlob(token, out status);

    public byte[]? Unwrap(ReadOnlySpan<byte> message)
    {
        var opened = new ArrayBufferWriter<byte>();
        var status = _authentication.Unwrap(message, opened, out _);
        return status == NegotiateAuthenticationStatusCode.Completed ? opened.WrittenSpan.ToArray() : null;
    }

    public byte[]? Wrap(ReadOnlySpan<byte> message)
    {
        var wrapped = new ArrayBufferWriter<byte>();
        var status = _authentication.Wrap(message, wrapped, requestEncryption: false, out _);
        return status == NegotiateAuthenticationStatusCode.Completed ? wrapped.WrittenSpan.ToArray() : null;
    }

    public void Dispose() => _authentication.Dispose();
}
