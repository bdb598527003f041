using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>A section whose octets are in memory.</summary>
internal sealed class BufferedBody(BodySection section, long? offset, ReadOnlyMemory<byte> octets, bool isBinary)
    : MessageBody(section, offset, octets.Length, isBinary)
{
    public override bool IsBuffered => true;

    public ReadOnlyMemory<byte> Octets => octets;

    public override Stream Open() =>
        MemoryMarshal.TryGetArray(octets, out ArraySegment<byte> segment) && segment.Array is not null
            ? new MemoryStream(segment.Array, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(octets.ToArray(), writable: false);

    public override PipeReader OpenPipe() => PipeReader.Create(new ReadOnlySequence<byte>(octets));

    public override Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return destination.WriteAsync(octets, cancellationToken).AsTask();
    }

    private protected override ValueTask<byte[]> ReadIntoMemoryAsync(CancellationToken cancellationToken) =>
        new(octets.ToArray());
}
