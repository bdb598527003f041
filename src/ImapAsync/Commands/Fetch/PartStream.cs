namespace ImapAsync;

/// <summary>
/// The octets of a part, and the FETCH that delivers them: it ends when the stream is disposed. A reader that reaches
/// the end learns there whether the part is complete.
/// </summary>
internal sealed class PartStream(Stream octets, PartAnswer answer) : Stream
{
    public override bool CanRead => octets.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length =>
        throw new NotSupportedException("The decoded length is not known before the part is read.");

    public override long Position
    {
        get => throw new NotSupportedException("A part has no position: count what is read.");
        set => throw new NotSupportedException("A part can only be read from start to end.");
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int length = await octets.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (length == 0 && !buffer.IsEmpty)
            await answer.EndAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        await octets.CopyToAsync(destination, bufferSize, cancellationToken).ConfigureAwait(false);
        await answer.EndAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public override int Read(byte[] buffer, int offset, int count) => octets.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => octets.Read(buffer);

    public override void Flush()
    {
        // Nothing is ever written, so nothing is pending.
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("A part can only be read from start to end.");

    public override void SetLength(long value) => throw new NotSupportedException("A part is read-only.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A part is read-only.");

    public override async ValueTask DisposeAsync()
    {
        await octets.DisposeAsync().ConfigureAwait(false);
        await answer.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            octets.Dispose();
            // The connection reads and discards the rest of the answer: there is no need to wait for that.
            _ = answer.DisposeAsync().AsTask();
        }

        base.Dispose(disposing);
    }
}
