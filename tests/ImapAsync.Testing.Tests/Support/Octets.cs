using System.Buffers;
using System.Text;

namespace ImapAsync.Testing.Tests;

/// <summary>Octets as tests write them: one character for each, and lines that end with CR LF.</summary>
internal static class Octets
{
    /// <summary>Each character is one octet; nothing is changed.</summary>
    public static byte[] Of(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>Each line gets CR LF; a raw string has no line end after its last line, so that none is added there.</summary>
    public static byte[] Lines(string text) => Of(text.ReplaceLineEndings("\r\n"));

    /// <summary>The octets as a text, one character for each.</summary>
    public static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    /// <summary>What is written to a buffer, as a text.</summary>
    public static string Written(Action<IBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> output = new();
        write(output);
        return Text(output.WrittenSpan);
    }
}
