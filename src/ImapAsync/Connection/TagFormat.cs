using System.Buffers.Text;

namespace ImapAsync;

/// <summary>Tags: the letter A and a number.</summary>
internal static class TagFormat
{
    public const int MaxLength = 11;

    public static int Write(uint tag, Span<byte> destination)
    {
        destination[0] = (byte)'A';
        Utf8Formatter.TryFormat(tag, destination[1..], out int written);
        return written + 1;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out uint tag)
    {
        tag = 0;
        return text.Length > 1 && (text[0] | 0x20) == 'a' && Utf8Parser.TryParse(text[1..], out tag, out int consumed) && consumed == text.Length - 1;
    }

    public static string ToText(uint tag) => $"A{tag}";
}
