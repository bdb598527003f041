using System.Text;

namespace ImapAsync.Tests;

/// <summary>Decodes the same input in every way it can arrive and be read, and requires one result.</summary>
internal static class TransferDecoding
{
    public static async Task<string> DecodeAsync(string input, ContentTransferEncoding encoding) =>
        Encoding.Latin1.GetString(await DecodeAsync(Encoding.Latin1.GetBytes(input), encoding));

    public static async Task<byte[]> DecodeAsync(byte[] input, ContentTransferEncoding encoding)
    {
        byte[] whole = await DecodeAsync(input, encoding, int.MaxValue, 4096);
        Assert.Equal(whole, await DecodeAsync(input, encoding, 1, 4096));
        Assert.Equal(whole, await DecodeAsync(input, encoding, 1, 1));
        Assert.Equal(whole, await DecodeAsync(input, encoding, int.MaxValue, 1));
        Assert.Equal(whole, await DecodeAsync(input, encoding, 7, 5));
        Assert.Equal(whole, DecodeSynchronously(input, encoding));
        for (int split = 1; split < Math.Min(input.Length, 400); split++)
        {
            Assert.Equal(whole, await ReadAllAsync(new ChunkedStream(input, [split, int.MaxValue]), encoding, 4096));
        }

        return whole;
    }

    public static Task<byte[]> DecodeAsync(byte[] input, ContentTransferEncoding encoding, int sourceChunk, int readSize) =>
        ReadAllAsync(new ChunkedStream(input, [sourceChunk], suspends: sourceChunk > 1), encoding, readSize);

    private static async Task<byte[]> ReadAllAsync(ChunkedStream source, ContentTransferEncoding encoding, int readSize)
    {
        MemoryStream output = new();
        byte[] buffer = new byte[readSize];
        await using Stream decoded = TransferEncoding.Decode(source, encoding);
        int count;
        while ((count = await decoded.ReadAsync(buffer)) > 0)
            output.Write(buffer.AsSpan(0, count));
        Assert.Equal(0, await decoded.ReadAsync(buffer));
        return output.ToArray();
    }

    private static byte[] DecodeSynchronously(byte[] input, ContentTransferEncoding encoding)
    {
        MemoryStream output = new();
        using Stream decoded = TransferEncoding.Decode(new ChunkedStream(input, [13]), encoding);
        decoded.CopyTo(output);
        return output.ToArray();
    }
}
