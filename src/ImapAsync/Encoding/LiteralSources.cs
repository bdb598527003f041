using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>A literal in memory.</summary>
internal sealed class MemoryLiteral(ReadOnlySequence<byte> octets) : ImapLiteral(octets.Length)
{
    private const int FlushEvery = 64 << 10;

    public override bool IsRepeatable => true;

    internal override bool TryGetMemory(out ReadOnlySequence<byte> sequence)
    {
        sequence = octets;
        return true;
    }

    private protected override ValueTask<long> CountBareLineEndsAsync(CancellationToken cancellationToken)
    {
        CrLfCounter counter = new();
        foreach (ReadOnlyMemory<byte> segment in octets)
            counter.Add(segment.Span);
        return new ValueTask<long>(counter.End());
    }

    private protected override async ValueTask WriteOctetsAsync(PipeWriter writer, Action<int> sourcesTurn)
    {
        foreach (ReadOnlyMemory<byte> segment in octets)
        {
            for (int start = 0; start < segment.Length; start += FlushEvery)
            {
                await writer.WriteAsync(
                    segment.Slice(start, Math.Min(FlushEvery, segment.Length - start)), CancellationToken.None)
                    .ConfigureAwait(false);
                sourcesTurn(0);
            }
        }
    }
}

/// <summary>A literal from a stream.</summary>
internal sealed class StreamLiteral(Stream stream, long length) : ImapLiteral(length)
{
    private const int ChunkSize = 32 << 10;

    private protected override async ValueTask<long> CountBareLineEndsAsync(CancellationToken cancellationToken)
    {
        if (!stream.CanSeek)
            return await base.CountBareLineEndsAsync(cancellationToken).ConfigureAwait(false);

        long start = stream.Position;
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            CrLfCounter counter = new();
            for (long left = Length; left > 0;)
            {
                int read = await stream.ReadAsync(
                    chunk.AsMemory(0, (int)Math.Min(chunk.Length, left)), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    throw TooShort(left);
                counter.Add(chunk.AsSpan(0, read));
                left -= read;
            }

            return counter.End();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
            stream.Position = start;
        }
    }

    private protected override async ValueTask WriteOctetsAsync(PipeWriter writer, Action<int> sourcesTurn)
    {
        long left = Length;
        while (left > 0)
        {
            Memory<byte> chunk = writer.GetMemory((int)Math.Min(ChunkSize, left));
            sourcesTurn(1);
            int read = await stream.ReadAsync(chunk[..(int)Math.Min(chunk.Length, left)], CancellationToken.None)
                .ConfigureAwait(false);
            sourcesTurn(-1);
            if (read == 0)
                throw TooShort(left);

            writer.Advance(read);
            left -= read;
            await writer.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            sourcesTurn(0);
        }
    }
}

/// <summary>A literal from a pipe.</summary>
internal sealed class PipeLiteral(PipeReader reader, long length) : ImapLiteral(length)
{
    private protected override async ValueTask WriteOctetsAsync(PipeWriter writer, Action<int> sourcesTurn)
    {
        long left = Length;
        while (left > 0)
        {
            sourcesTurn(1);
            ReadResult result = await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            sourcesTurn(-1);
            ReadOnlySequence<byte> octets = result.Buffer.Slice(0, Math.Min(left, result.Buffer.Length));
            if (octets.IsEmpty && result.IsCompleted)
                throw TooShort(left);

            foreach (ReadOnlyMemory<byte> segment in octets)
                await writer.WriteAsync(segment, CancellationToken.None).ConfigureAwait(false);
            sourcesTurn(0);
            left -= octets.Length;
            reader.AdvanceTo(octets.End);
        }
    }
}
