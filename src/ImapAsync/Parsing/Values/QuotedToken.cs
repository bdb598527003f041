using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ImapAsync;

/// <summary>Quoted strings (RFC 9051 §4.3).</summary>
internal static class QuotedToken
{
    /// <summary>Returns the number of octets before the closing quote, or -1 if there is none on the line.</summary>
    /// <param name="bytes">The octets after the opening quote.</param>
    /// <param name="escaped">Whether it contains a backslash.</param>
    public static int Length(ReadOnlySpan<byte> bytes, out bool escaped)
    {
        escaped = false;
        int position = 0;
        while (true)
        {
            int next = IndexOfSpecial(bytes[position..]);
            if (next < 0)
                return -1;

            position += next;
            switch (bytes[position])
            {
                case (byte)'"':
                    return position;
                case (byte)'\\' when position + 1 < bytes.Length && !IsLineEnd(bytes, position + 1):
                    escaped = true;
                    position += 2;
                    break;
                case (byte)'\r' when !IsLineEnd(bytes, position):
                    position++;
                    break;
                default:
                    return -1;
            }
        }
    }

    // A CR alone does not end a line: some servers copy it from a header field.
    private static bool IsLineEnd(ReadOnlySpan<byte> bytes, int position) =>
        bytes[position] == '\n'
        || (bytes[position] == '\r' && (position + 1 == bytes.Length || bytes[position + 1] == '\n'));

    /// <summary>
    /// Removes the backslashes; returns the number of octets written. A backslash before anything but a quote or a
    /// backslash is text that the server did not escape.
    /// </summary>
    public static int Unescape(ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        int written = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\\' && i + 1 < bytes.Length && bytes[i + 1] is (byte)'"' or (byte)'\\')
                i++;
            destination[written++] = bytes[i];
        }

        return written;
    }

    // Most strings are short: checking 16 octets at a time, inline, finds the end sooner than a search optimised for
    // long ones.
    private static int IndexOfSpecial(ReadOnlySpan<byte> bytes)
    {
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        int position = 0;
        for (; position <= bytes.Length - Vector128<byte>.Count; position += Vector128<byte>.Count)
        {
            Vector128<byte> block = Vector128.LoadUnsafe(ref first, (nuint)position);
            Vector128<byte> special = Vector128.Equals(block, Vector128.Create((byte)'"'))
                | Vector128.Equals(block, Vector128.Create((byte)'\\'))
                | Vector128.Equals(block, Vector128.Create((byte)'\r'))
                | Vector128.Equals(block, Vector128.Create((byte)'\n'));
            if (special != Vector128<byte>.Zero)
                return position + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
        }

        for (; position < bytes.Length; position++)
        {
            if (bytes[position] is (byte)'"' or (byte)'\\' or (byte)'\r' or (byte)'\n')
                return position;
        }

        return -1;
    }
}
