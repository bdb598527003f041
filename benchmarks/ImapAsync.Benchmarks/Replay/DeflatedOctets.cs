using System.Collections.Concurrent;
using System.IO.Compression;

namespace ImapAsync.Benchmarks;

/// <summary>
/// Octets compressed on their own: blocks without a reference to what came before, ended at an octet's boundary. Such pieces follow one another in one stream (RFC 1951), so
/// a recording is compressed once, and the speed of a compressor does not hide the client's.
/// </summary>
internal static class DeflatedOctets
{
    private static readonly ConcurrentDictionary<ReadOnlyMemory<byte>, byte[]> Recorded = [];

    /// <summary>The compressed form of a recording, created once.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> octets) => Recorded.GetOrAdd(octets, Make);

    public static byte[] Make(ReadOnlyMemory<byte> octets)
    {
        using MemoryStream output = new();
        using DeflateStream deflate = new(output, CompressionLevel.Fastest, leaveOpen: true);
        deflate.Write(octets.Span);
        deflate.Flush();
        return output.ToArray();
    }
}
