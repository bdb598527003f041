using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>
/// The octets of one section of a message, as FETCH returned them (RFC 9051 §7.5.2). In a streamed FETCH they come
/// directly from the connection while they are read; then they can be read once, and only before the next message is
/// requested. Sections in memory can be read at any time and repeatedly.
/// </summary>
public abstract class MessageBody
{
    private const int NoOffset = -1;

    private readonly long _offset;

    private protected MessageBody(BodySection section, long? offset, long size, bool isBinary)
    {
        ArgumentNullException.ThrowIfNull(section);
        Section = section;
        _offset = offset ?? NoOffset;
        Size = size;
        IsBinary = isBinary;
    }

    /// <summary>The section; <see cref="BodySection.Full"/> is the whole message.</summary>
    public BodySection Section { get; }

    /// <summary>
    /// Whether the server decoded the transfer encoding, as requested with BINARY (RFC 3516); otherwise the octets are
    /// as in the message.
    /// </summary>
    public bool IsBinary { get; }

    /// <summary>
    /// The position of the first octet in the section, counted from 0, if a part of it was requested; otherwise null.
    /// </summary>
    public long? Offset => _offset == NoOffset ? null : _offset;

    /// <summary>The number of octets.</summary>
    public long Size { get; }

    /// <summary>Whether the octets are in memory, so that they can be read repeatedly.</summary>
    public abstract bool IsBuffered { get; }

    /// <summary>Creates a section that is in memory, for tests.</summary>
    /// <param name="section">The section.</param>
    /// <param name="octets">Its octets.</param>
    /// <param name="offset">Their position in the section, if they are a part of it.</param>
    /// <param name="isBinary">Whether the server decoded their transfer encoding.</param>
    public static MessageBody From(
        BodySection section, ReadOnlyMemory<byte> octets, long? offset = null, bool isBinary = false) =>
        new BufferedBody(section, offset, octets, isBinary);

    /// <summary>Opens the octets for reading. Dispose the stream; what was not read is then skipped.</summary>
    /// <exception cref="InvalidOperationException">
    /// A streamed section has already been read, or the next message was requested.
    /// </exception>
    public abstract Stream Open();

    /// <summary>
    /// Opens the octets for reading without a copy. Complete the reader; what was not read is then skipped.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// A streamed section has already been read, or the next message was requested.
    /// </exception>
    public abstract PipeReader OpenPipe();

    /// <summary>Copies the octets to a stream.</summary>
    /// <param name="destination">The destination; it is not disposed.</param>
    /// <param name="cancellationToken">A token that cancels the copying; the connection remains usable.</param>
    /// <exception cref="InvalidOperationException">
    /// A streamed section has already been read, or the next message was requested.
    /// </exception>
    public abstract Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default);

    /// <summary>Reads all octets into memory.</summary>
    /// <param name="maxOctets">The maximum number of octets. Default: 32 MiB.</param>
    /// <param name="cancellationToken">A token that cancels the reading; the connection remains usable.</param>
    /// <exception cref="ImapLimitException">There are more octets than that.</exception>
    /// <exception cref="InvalidOperationException">
    /// A streamed section has already been read, or the next message was requested.
    /// </exception>
    public async ValueTask<byte[]> ReadAllAsync(int maxOctets = 32 << 20, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxOctets);
        if (Size > maxOctets)
        {
            throw new ImapLimitException(
                $"The section [{Section}] has {Size} octets, more than the {maxOctets} that {nameof(ReadAllAsync)} may "
                + $"hold in memory: raise {nameof(maxOctets)}, or read it as a stream.",
                nameof(maxOctets));
        }

        return await ReadIntoMemoryAsync(cancellationToken).ConfigureAwait(false);
    }

    // Grows with what arrives: the size is only what the server claims.
    private protected virtual async ValueTask<byte[]> ReadIntoMemoryAsync(CancellationToken cancellationToken)
    {
        using MemoryStream memory = new();
        await CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        return memory.ToArray();
    }
}
