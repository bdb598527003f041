using System.Buffers;

namespace ImapAsync.Benchmarks;

/// <summary>The message that is appended.</summary>
internal static class AppendedMessage
{
    public static byte[] Make()
    {
        ArrayBufferWriter<byte> output = new();
        output.Put("From: Anna <anna@example.org>\r\nTo: Liam <liam@example.org>\r\nSubject: ten kilobytes\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n");
        MessageWriter.PutBase64(output, lines: (10_240 - output.WrittenCount) / 78, Dice.Of(6, 0));
        return output.WrittenSpan.ToArray();
    }
}
