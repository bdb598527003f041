using System.Buffers;
using System.Globalization;
using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// Writes strings as in responses (RFC 9051 §4.3): quoted if allowed, otherwise as a literal; never with a NUL.
/// </summary>
internal static class WireStrings
{
    private static readonly SearchValues<byte> Quotable =
        SearchValues.Create(Enumerable.Range(1, 127).Select(octet => (byte)octet).Except("\r\n"u8.ToArray()).ToArray());

    /// <summary>Writes a string, or NIL.</summary>
    public static void WriteNString(this IBufferWriter<byte> output, byte[]? value)
    {
        if (value is null)
            output.Write("NIL"u8);
        else
            output.WriteString(value);
    }

    /// <inheritdoc cref="WriteNString(IBufferWriter{byte}, byte[])"/>
    public static void WriteNString(this IBufferWriter<byte> output, string? value) =>
        output.WriteNString(value is null ? null : Encoding.UTF8.GetBytes(value));

    /// <summary>Writes a string.</summary>
    public static void WriteString(this IBufferWriter<byte> output, string value) =>
        output.WriteString(Encoding.UTF8.GetBytes(value));

    /// <inheritdoc cref="WriteString(IBufferWriter{byte}, string)"/>
    public static void WriteString(this IBufferWriter<byte> output, ReadOnlySpan<byte> value)
    {
        if (value.Contains((byte)0))
            value = value.ToArray().Where(octet => octet != 0).ToArray();
        if (value.IndexOfAnyExcept(Quotable) < 0)
            WriteQuoted(output, value);
        else
            WriteLiteral(output, value);
    }

    /// <summary>Writes a number.</summary>
    public static void WriteNumber(this IBufferWriter<byte> output, long number)
    {
        number.TryFormat(output.GetSpan(20), out int written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    private static void WriteQuoted(IBufferWriter<byte> output, ReadOnlySpan<byte> value)
    {
        output.Write("\""u8);
        int special;
        while ((special = value.IndexOfAny((byte)'"', (byte)'\\')) >= 0)
        {
            output.Write(value[..special]);
            output.Write("\\"u8);
            output.Write(value.Slice(special, 1));
            value = value[(special + 1)..];
        }

        output.Write(value);
        output.Write("\""u8);
    }

    private static void WriteLiteral(IBufferWriter<byte> output, ReadOnlySpan<byte> value)
    {
        output.Write("{"u8);
        output.WriteNumber(value.Length);
        output.Write("}\r\n"u8);
        output.Write(value);
    }
}
