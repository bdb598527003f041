using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>
/// Octets to be sent as a literal: from memory, a stream or a pipe. They are read once and never held as a whole.
/// </summary>
public abstract class ImapLiteral
{
    private volatile bool _isTaken;

    private protected ImapLiteral(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
    }

    /// <summary>How many octets there are.</summary>
    public long Length { get; }

    /// <summary>Whether the octets can be sent a second time, should the connection be lost: true for memory.</summary>
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

    /// <summary>What is left of a seekable stream. The stream is not disposed of.</summary>
    /// <exception cref="ArgumentException">The stream cannot seek: give the length.</exception>
    public static ImapLiteral From(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
            throw new ArgumentException(
                "The stream cannot tell its length: give the number of octets too.", nameof(stream));
        return From(stream, stream.Length - stream.Position);
    }

    /// <summary>The next <paramref name="length"/> octets of a stream. The stream is not disposed of.</summary>
    /// <param name="stream">
    /// The stream; it must yield at least that many octets, or the connection has to be closed.
    /// </param>
    /// <param name="length">How many octets.</param>
    public static ImapLiteral From(Stream stream, long length) => new StreamLiteral(stream, length);

    /// <summary>The next <paramref name="length"/> octets of a pipe. The pipe is not completed.</summary>
    /// <param name="reader">
    /// The pipe; it must yield at least that many octets, or the connection has to be closed.
    /// </param>
    /// <param name="length">How many octets.</param>
    public static ImapLiteral From(PipeReader reader, long length) => new PipeLiteral(reader, length);

    /// <summary>The octets of an array.</summary>
    public static implicit operator ImapLiteral(byte[] octets) => From(octets.AsMemory());

    /// <summary>The octets of a block of memory.</summary>
    public static implicit operator ImapLiteral(ReadOnlyMemory<byte> octets) => From(octets);

    /// <summary>
    /// The same octets with each line ended by CR LF, as messages must have it (RFC 5322 §2.3): a CR and an LF that
    /// stand alone become CR LF while they are sent. The octets are read twice, the first time here, to count them,
    /// since IMAP wants the length before the octets. Not for a message whose transfer encoding is BINARY.
    /// </summary>
    /// <param name="cancellationToken">
    /// Ends the count; a stream stands where it stood then, or where the count ended.
    /// </param>
    /// <returns>This literal where all lines end in CR LF already.</returns>
    /// <exception cref="NotSupportedException">
    /// The octets come from a pipe or a stream that cannot seek, so that they are there once: copy them into memory or
    /// a file before.
    /// </exception>
    /// <exception cref="InvalidOperationException">The octets were sent already.</exception>
    /// <exception cref="EndOfStreamException">The stream has fewer octets than it was said to have.</exception>
    public async ValueTask<ImapLiteral> WithCrLfAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfSpent();
        long added = await CountBareLineEndsAsync(cancellationToken).ConfigureAwait(false);
        return added == 0 ? this : new CrLfLiteral(this, Length + added);
    }

    /// <summary>
    /// How many CR without LF and LF without CR there are. The octets are there for another time then.
    /// </summary>
    private protected virtual ValueTask<long> CountBareLineEndsAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException(
            "These octets come from a pipe or from a stream that cannot seek: they are there once, and how long they "
            + "are with CR LF at each line's end must be known before the first of them is sent. Copy them into a "
            + "MemoryStream or a file before, or have them written with CR LF (NewLineFormat.Dos in MimeKit).");

    /// <summary>The octets, where all of them are in memory.</summary>
    internal virtual bool TryGetMemory(out ReadOnlySequence<byte> octets)
    {
        octets = default;
        return false;
    }

    /// <summary>Whether the octets were sent, or begun to be, and cannot be had again.</summary>
    private bool IsSpent => _isTaken && !IsRepeatable;

    internal void ThrowIfSpent()
    {
        if (IsSpent)
            throw new InvalidOperationException(
                "The octets of this literal come from a stream or a pipe and were sent already: they are there once. "
                + "Make another literal of the same stream, wound back, or one from memory.");
    }

    /// <summary>Writes all octets and flushes now and then, so that no more than a buffer of them is held.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="sourcesTurn">
    /// Called with 1 before the source is waited for, with -1 after it, and with 0 when octets have gone.
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
