using System.Buffers;

namespace ImapAsync;

/// <summary>
/// Reads the flags of a list as servers send them: the flags of RFC 9051, but also quoted ones, NIL (which is skipped),
/// brackets, and a superfluous backslash.
/// <code>flag-list = "(" [flag *(SP flag)] ")"</code>
/// </summary>
internal static class FlagListParser
{
    private static readonly SearchValues<byte> NeverInFlags =
        SearchValues.Create([
            (byte)'(', (byte)')', (byte)'"', 0x7f,
            .. Enumerable.Range(0, 0x20).Select(static control => (byte)control)]);

    /// <summary>Reads the flags; false if something cannot be one and was skipped.</summary>
    public static bool TryParse(ReadOnlySpan<byte> list, out FlagSet flags)
    {
        bool isWhole = true;
        FlagSetBuilder builder = new();
        while (!(list = list.TrimStart(" \t"u8)).IsEmpty)
        {
            if (!TryTake(ref list, out ReadOnlySpan<byte> name))
                isWhole = false;
            if (name.StartsWith(@"\\"u8))
                name = name[1..];
            if (!name.IsEmpty && !Ascii.EqualsIgnoreCase(name, "NIL"u8))
                builder.Add(Flag.FromServer(name));
        }

        flags = builder.Build();
        return isWhole;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> list, out ReadOnlySpan<byte> name)
    {
        bool quoted = list[0] == '"' && list[1..].Contains((byte)'"');
        if (quoted)
            list = list[1..];
        int end = list.IndexOfAny(quoted ? "\""u8 : " \t"u8);
        if (end < 0)
            end = list.Length;
        name = list[..end];
        list = list[Math.Min(list.Length, quoted ? end + 1 : end)..];
        if (name.IndexOfAny(NeverInFlags) < 0)
            return true;
        name = default;
        return false;
    }
}
