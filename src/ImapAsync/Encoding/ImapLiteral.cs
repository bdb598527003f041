using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>
/// Octets to send as a literal, from memory, a stream or a pipe. They are read once and never held in memory as a
/// whole.
/// </summary>
public abstract class ImapLiteral
{
    private volatile bool _isTaken;

    private protected ImapLiteral(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
    }

    /// <summary>The number of octets.</summary>
    public long Length { get; }

    /// <summary>Whether the octets can be sent again if the connection is lost: true for memory.</summary>
    public virtual bool IsRepeatable => false;

    /// <summary>The octets of <paramref name="memory"/>, which must not change until the command is answered.</summary>
    public static ImapLiteral From(ReadOnlyMemory<byte> memory) =>
        new MemoryLiteral(new ReadOnlySequence<byte>(memory));

    /// <summary>
    /// The octets of <paramref name="sequence"/>, which must not change until the command is answered.
    /// </summary>
    public static ImapLiteral From(ReadOnlySequence<byte> sequence) => new MemoryLiteral(sequence);

    /// <summary>The UTF-8 octets of <paramref name="text"/>.</summary>
    public static ImapLiteral From(string text) => From(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The rest of a seekable stream. The stream is not disposed.</summary>
    /// <exception cref="ArgumentException">The stream is not seekable: specify the length.</exception>
    public static ImapLiteral From(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException(
                "The stream is not seekable and its length is unknown: specify the number of octets.", nameof(stream));
        }

        return From(stream, stream.Length - stream.Position);
    }

    /// <summary>The next <paramref name="length"/> octets of a stream. The stream is not disposed.</summary>
    /// <param name="stream">The stream. If it yields fewer octets, the connection has to be closed.</param>
    /// <param name="length">The number of octets.</param>
    public static ImapLiteral From(Stream stream, long length) => new StreamLiteral(stream, length);

    /// <summary>The next <paramref name="length"/> octets of a pipe. The pipe is not completed.</summary>
    /// <param name="reader">The pipe. If it yields fewer octets, the connection has to be closed.</param>
    /// <param name="length">The number of octets.</param>
    public static ImapLiteral From(PipeReader reader, long length) => new PipeLiteral(reader, length);

    /// <summary>The octets of an array.</summary>
    public static implicit operator ImapLiteral(byte[] octets) => From(octets.AsMemory());

    /// <summary>The octets of a block of memory.</summary>
    public static implicit operator ImapLiteral(ReadOnlyMemory<byte> octets) => From(octets);

    /// <summary>
    /// The same octets with every line ended by CR LF, as messages require (RFC 5322 §2.3): a CR or LF that stands
    /// alone is sent as CR LF. The octets are read twice, the first time here to count them, since IMAP requires the
    /// length in advance. Do not use it for a message whose transfer encoding is BINARY.
    /// </summary>
    /// <param name="cancellationToken">
    /// Ends the count; a stream stands where it stood then, or where the count ended.
    /// </param>
    /// <returns>This literal if all lines already end in CR LF.</returns>
    /// <exception cref="NotSupportedException">
    /// The octets come from a pipe or a stream that is not seekable, so they can be read only once: copy them into
    /// memory or a file first.
    /// </exception>
    /// <exception cref="InvalidOperationException">The octets have already been sent.</exception>
    /// <exception cref="EndOfStreamException">The stream has fewer octets than declared.</exception>
    public async ValueTask<ImapLiteral> WithCrLfAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfSpent();
        long added = await CountBareLineEndsAsync(cancellationToken).ConfigureAwait(false);
        return added == 0 ? this : new CrLfLiteral(this, Length + added);
    }

    /// <summary>Counts the CR without LF and the LF without CR. The octets can be read again afterwards.</summary>
    private protected virtual ValueTask<long> CountBareLineEndsAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException(
            "These octets come from a pipe or a stream that is not seekable: they can be read only once, but their "
            + "length with CR LF at the end of each line must be known before the first of them is sent. Copy them "
            + "into a MemoryStream or a file first, or have them written with CR LF (NewLineFormat.Dos in MimeKit).");

    /// <summary>The octets, if all of them are in memory.</summary>
    internal virtual bool TryGetMemory(out ReadOnlySequence<byte> octets)
    {
        octets = default;
        return false;
    }

    /// <summary>Whether the octets were sent, at least in part, and cannot be read again.</summary>
    private bool IsSpent => _isTaken && !IsRepeatable;

    internal void ThrowIfSpent()
    {
        if (IsSpent)
        {
            throw new InvalidOperationException(
                "The octets of this literal come from a stream or a pipe and have already been sent: they can be read "
                + "only once. Create another literal from the same stream, rewound, or one from memory.");
        }
    }

    /// <summary>Writes all octets, flushing regularly so that no more than a buffer of them is held.</summary>
    /// <param name="writer">The destination.</param>
    /// <param name="sourcesTurn">
    /// Called with 1 before waiting for the source, with -1 after it, and with 0 when octets have been sent.
    /// </param>
    internal ValueTask WriteToAsync(PipeWriter writer, Action<int> sourcesTurn)
    {
        _isTaken = true;
        return WriteOctetsAsync(writer, sourcesTurn);
    }

    private protected abstract ValueTask WriteOctetsAsync(PipeWriter writer, Action<int> sourcesTurn);

    private protected EndOfStreamException TooShort(long missing) =>
        new($"The source of a literal of {Length} octets ended {missing} octets early.");
}
