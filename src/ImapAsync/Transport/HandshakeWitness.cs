namespace ImapAsync;

/// <summary>
/// Sits below TLS and remembers how the server's side of the handshake begins: if the handshake fails, that explains
/// why. After the handshake everything passes through unchanged.
/// </summary>
/// <param name="inner">The stream that carries the octets; owned by this one.</param>
/// <param name="afterStartTls">Whether the client has already spoken in the clear.</param>
internal sealed class HandshakeWitness(Stream inner, bool afterStartTls) : DuplexStream
{
    private const int Kept = 256;

    private byte[]? _seen = new byte[Kept];
    private int _count;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _seen is null || buffer.IsEmpty
            ? inner.ReadAsync(buffer, cancellationToken)
            : WatchAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The handshake is over.</summary>
    public void Forget() => _seen = null;

    /// <summary>What was tried and what arrived, as sentences with a leading space.</summary>
    public string Explain(TlsOptions options)
    {
        ReadOnlySpan<byte> came = _seen.AsSpan(0, _count);
        string tried = afterStartTls
            ? "TLS was started after the server agreed to STARTTLS"
            : "TLS was started immediately, without STARTTLS";
        if (came.IsEmpty)
            return $" {tried}, and the server answered nothing.{Advice()}";
        string? protocol = PlainTalk.Protocol(came);
        if (protocol == "TLS")
            return $" The client offers {options.Protocols}; does the server support that? ({tried}.)";
        if (afterStartTls)
        {
            return $" {tried}, but the server answered {PlainTalk.Quote(came)}, which is not TLS: the server did not "
                + "keep its agreement, or somebody in between answered in its place.";
        }

        string what = came is [(byte)'*', ..]
            ? "IMAP in the clear: this port expects STARTTLS (143), or has no TLS at all"
            : $"{protocol ?? "no TLS"}: is the port right?";
        return $" {tried}, but the server answered {PlainTalk.Quote(came)}, "
            + $"which is {what}{(what[^1] == '?' ? "" : ".")}";
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private string Advice() =>
        afterStartTls ? "" : " Does it speak TLS on this port (993), or does it expect STARTTLS (143)?";

    private async ValueTask<int> WatchAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (_seen is { } seen)
        {
            int kept = Math.Min(count, seen.Length - _count);
            buffer.Span[..kept].CopyTo(seen.AsSpan(_count));
            _count += kept;
        }

        return count;
    }
}
