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
    public static ImapLiteral From(ReadOnlyMemory<byte> memory) => new MemoryLiteral(new ReadOnlySequence<byte>(memory));

    /// <summary>The octets of <paramref name="sequence"/>, which must not change until the command is answered.</summary>
    public static ImapLiteral From(ReadOnlySequence<byte> sequence) => new MemoryLiteral(sequence);

    /// <summary>The UTF-8 octets of <paramref name="text"/>.</summary>
    public static ImapLiteral From(string text) => From(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>What is left of a seekable stream. The stream is not disposed of.</summary>
    /// <exception cref="ArgumentException">The stream cannot seek: give the length.</exception>
    public static ImapLiteral From(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
            throw new ArgumentException("The stream cannot tell its length: give the number of octets too.", nameof(stream));
        return From(stream, stream.Length - stream.Position);
    }

    /// <summary>The next <paramref name="length"/> octets of a stream. The stream is not disposed of.</summary>
    /// <param name="stream">The stream; it must yield at least that many octets, or the connection has to be closed.</param>
    /// <param name="length">How many octets.</param>
    public static ImapLiteral From(Stream stream, long length) => new StreamLiteral(stream, length);

    /// <summary>The next <paramref name="length"/> octets of a pipe. The pipe is not completed.</summary>
    /// <param name="reader">The pipe; it must yield at least that many octets, or the connection has to be closed.</param>
    /// <param name="length">How many octets.</param>
    public static ImapLiteral From(PipeReader reader, long length) => new PipeLiteral(reader, length);

    /// <summary>The octets of an array.</summary>
    public static implicit operator ImapLiteral(byte[] octets) => From(octets.AsMemory());

    /// <summary>The octets of a block of memory.</summary>
    public static implicit operator ImapLiteral(ReadOnlyMemory<byte> octets) => From(octets);

    /// <summary>The octets, where all of them are in memory.</summary>
    internal virtual bool TryGetMemory(out ReadOnlySequence<byte> octets)
    {
        octets = default;
        return false;
    }

    /// <summary>Whether the octets were sent, or begun to be, and cannot be had again.</summary>
    internal bool IsSpent => _isTaken && !IsRepeatable;

    /// <summary>Writes all octets and flushes now and then, so that no more than a buffer of them is held.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="sourcesTurn">Called with 1 before the source is waited for, with -1 after it, and with 0 when octets have gone.</param>
    internal ValueTask WriteToAsync(PipeWriter writer, Action<int> sourcesTurn)
    {
        _isTaken = true;
        return WriteOctetsAsync(writer, sourcesTurn);
    }

    private protected abstract ValueTask WriteOctetsAsync(PipeWriter writer, Action<int> sourcesTurn);

    private protected EndOfStreamException TooShort(long missing) =>
        new($"The source of a literal of {Length} octets ended {missing} octets early.");
}
