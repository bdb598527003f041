using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync.Testing;

/// <summary>
/// Reads whole commands: lines, and the literals between them. Input longer than the limits ends the connection.
/// </summary>
/// <param name="input">Returns the pipe to read from, which STARTTLS and COMPRESS replace.</param>
/// <param name="limits">How much is read at most.</param>
internal sealed class CommandReader(Func<PipeReader> input, ImapTestServerLimits limits)
{
    /// <summary>The total number of octets read.</summary>
    public long Octets { get; private set; }

    /// <summary>
    /// Whether unread input has arrived, so that the answers to earlier input can be sent together with its answers.
    /// </summary>
    public bool HasMore
    {
        get
        {
            if (!input().TryRead(out ReadResult result))
                return false;
            bool hasLine = result.Buffer.PositionOf((byte)'\n') is not null;
            input().AdvanceTo(result.Buffer.Start, hasLine ? result.Buffer.Start : result.Buffer.End);
            return hasLine;
        }
    }

    /// <summary>Reads a line without its line end; null if the client is gone.</summary>
    public async ValueTask<byte[]?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult result = await input().ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                ReadOnlySequence<byte> line = buffer.Slice(0, end);
                CheckLine(line.Length);
                byte[] octets = line.ToArray();
                Advance(line.Length + 1, buffer.GetPosition(1, end));
                return octets is [.., (byte)'\r'] ? octets[..^1] : octets;
            }

            if (result.IsCompleted || result.IsCanceled)
            {
                input().AdvanceTo(buffer.Start, buffer.End);
                return null;
            }

            input().AdvanceTo(buffer.Start, buffer.End);
            CheckLine(buffer.Length);
        }
    }

    /// <summary>Reads the octets of a literal into the given memory; false if the client is gone.</summary>
    public async ValueTask<bool> ReadOctetsAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        while (!destination.IsEmpty)
        {
            ReadResult result = await input().ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> taken = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, destination.Length));
            taken.CopyTo(destination.Span);
            int length = (int)taken.Length;
            destination = destination[length..];
            Advance(length, taken.End);
            if (!destination.IsEmpty && (result.IsCompleted || result.IsCanceled))
                return false;
        }

        return true;
    }

    private void Advance(long count, SequencePosition to)
    {
        Octets += count;
        input().AdvanceTo(to);
    }

    private void CheckLine(long length)
    {
        if (length > limits.MaxLineOctets)
        {
            throw new InputTooLongException(
                $"A line of more than {limits.MaxLineOctets} octets "
                + $"({nameof(ImapTestServerLimits)}.{nameof(ImapTestServerLimits.MaxLineOctets)})");
        }
    }
}
