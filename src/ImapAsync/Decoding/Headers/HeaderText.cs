using System.Buffers;
using System.Text;

namespace ImapAsync;

/// <summary>
/// Header values as people read them: encoded words decoded (RFC 2047), folding undone, raw octets taken as UTF-8 and
/// where that fails as windows-1252. Never fails; what cannot be decoded stays as it was sent. The result has no line
/// breaks of its own or out of encoded words.
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
        using var decoder =
            new HeaderTextDecoder(stackalloc char[StackLimit], rented is null ? stackalloc byte[StackLimit] : rented);
        try
        {
            return decoder.Decode(value);
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>
    /// For values that were made a string before anyone looked for encoded words; the same string when there are none.
    /// </summary>
    public static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal) && value.AsSpan().IndexOfAny('\r', '\n') < 0) return value;
        byte[] octets = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        int length = Encoding.UTF8.GetBytes(value, octets);
        string decoded = Decode(octets.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(octets);
        return decoded;
    }
}
