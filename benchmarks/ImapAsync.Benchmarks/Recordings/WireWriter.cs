using System.Buffers;
using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>Writes what a server would write.</summary>
internal static class WireWriter
{
    public static void Put(this IBufferWriter<byte> output, string text)
    {
        int written = Encoding.UTF8.GetBytes(text, output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        output.Advance(written);
    }

    public static void PutString(this IBufferWriter<byte> output, string? text)
    {
        if (text is null)
            output.Put("NIL");
        else if (text.AsSpan().ContainsAny('"', '\\'))
            output.Put("\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"");
        else
            output.Put("\"" + text + "\"");
    }

    /// <summary>Header text as it appears in mail: encoded words where it is not ASCII (RFC 2047), some in B and some in Q.</summary>
    public static string EncodeWords(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text;
        if (text.Count(c => !char.IsAscii(c)) * 3 > text.Length)
            return "=?UTF-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) + "?=";

        StringBuilder quoted = new("=?utf-8?Q?");
        foreach (byte octet in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)octet))
                quoted.Append((char)octet);
            else
                quoted.Append(octet == ' ' ? "_" : $"={octet:X2}");
        }

        return quoted.Append("?=").ToString();
    }
}
