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

    /// <summary>Reads the tag that a response begins with; some servers omit the space after it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> response, out uint tag, out int length)
    {
        (tag, length) = (0, 0);
        if (response.Length < 2 || (response[0] | 0x20) != 'a'
            || !Utf8Parser.TryParse(response[1..], out tag, out int digits))
        {
            return false;
        }

        length = digits + 1;
        return response.Length == length || response[length] is (byte)' ' or (byte)'\t'
            || StatusResponse.IsStatus(response[length..]);
    }

    public static string ToText(uint tag) => $"A{tag}";
}
