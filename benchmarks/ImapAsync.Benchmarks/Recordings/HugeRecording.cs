using System.Buffers;

namespace ImapAsync.Benchmarks;

/// <summary>Messages with one large attachment each, of which only a mebibyte is kept and sent repeatedly: the first of 512 MiB, the others of 8 MiB.</summary>
internal sealed class HugeRecording() : Recording(default, new int[8])
{
    private const long LargeSize = 512L << 20;
    private const long SmallSize = 8L << 20;
    private const int LinesABlock = 13_797;
    private const int OctetsALine = 57;

    private readonly ReadOnlyMemory<byte> _block = MakeBlock(LinesABlock);

    public override IEnumerable<ReadOnlyMemory<byte>> Answers(long first, long last)
    {
        for (long number = first; number <= Math.Min(last, Count); number++)
        {
            long lines = (number == 1 ? LargeSize : SmallSize) / OctetsALine;
            byte[] header = "From: <a@example.org>\r\nSubject: a large one\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"u8.ToArray();
            yield return System.Text.Encoding.ASCII.GetBytes($"* {number} FETCH (UID {number} BODY[] {{{header.Length + (lines * 78)}}}\r\n");
            yield return header;
            for (; lines >= LinesABlock; lines -= LinesABlock)
                yield return _block;
            if (lines > 0)
                yield return _block[..(int)(lines * 78)];
            yield return ")\r\n"u8.ToArray();
        }
    }

    private static ReadOnlyMemory<byte> MakeBlock(int lines)
    {
        ArrayBufferWriter<byte> block = new(lines * 78);
        MessageWriter.PutBase64(block, lines, Dice.Of(4, 0));
        return block.WrittenMemory;
    }
}
