using System.Buffers;
using System.Text;

namespace ImapAsync;

/// <summary>
/// Header values in readable form: encoded words decoded (RFC 2047), unfolded, raw octets read as UTF-8 or, failing
/// that, as windows-1252. Never fails; what cannot be decoded stays as it was sent. The result contains no line breaks,
/// neither from the header nor from encoded words.
/// </summary>
internal static class HeaderText
{
    private const int StackLimit = 256;

    public static string Decode(ReadOnlySpan<byte> value)
    {
        bool isPlain = value.IndexOfAny((byte)'\r', (byte)'\n', (byte)'=') < 0;
        if (isPlain || (value.IndexOf("=?"u8) < 0 && value.IndexOfAny((byte)'\r', (byte)'\n') < 0))
        {
            return System.Text.Ascii.IsValid(value) ? WireText.FromAscii(value) : Charsets.Undeclared.GetString(value);
        }

        value = value.TrimEnd("\r\n"u8);
        byte[]? rented = value.Length > StackLimit ? ArrayPool<byte>.Shared.Rent(value.Length) : null;
        using HeaderTextDecoder decoder =
            new HeaderTextDecoder(stackalloc char[StackLimit], rented is null ? stackalloc byte[StackLimit] : rented);
        try
        {
            return decoder.Decode(value);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>
    /// For values that were converted to a string before encoded words were looked for; returns the same string if
    /// there are none.
    /// </summary>
    public static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal) && value.AsSpan().IndexOfAny('\r', '\n') < 0)
            return value;
        byte[] octets = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        int length = Encoding.UTF8.GetBytes(value, octets);
        string decoded = Decode(octets.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(octets);
        return decoded;
    }
}
