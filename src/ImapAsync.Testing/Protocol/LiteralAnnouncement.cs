using System.Buffers.Text;

namespace ImapAsync.Testing;

/// <summary>
/// The end of a command's line if a literal follows: <c>{n}</c>, <c>{n+}</c> (RFC 7888), <c>~{n}</c> (RFC 3516).
/// </summary>
/// <param name="Size">The number of octets that follow.</param>
/// <param name="IsSynchronizing">Whether the client waits for a continuation before it sends them.</param>
/// <param name="IsBinary">Whether they may contain NUL.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct LiteralAnnouncement(long Size, bool IsSynchronizing, bool IsBinary)
{
    /// <summary>Parses the announcement at the end of a line, which is passed without its line end.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out LiteralAnnouncement announcement)
    {
        announcement = default;
        int start = line is [.., (byte)'}'] ? line.LastIndexOf((byte)'{') : -1;
        if (start < 0)
            return false;

        ReadOnlySpan<byte> inside = line[(start + 1)..^1];
        bool isSynchronizing = inside is not [.., (byte)'+'];
        if (!isSynchronizing)
            inside = inside[..^1];
        if (!IsNumber(inside) || !Utf8Parser.TryParse(inside, out long size, out _))
            return false;

        announcement = new LiteralAnnouncement(size, isSynchronizing, start > 0 && line[start - 1] == '~');
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
