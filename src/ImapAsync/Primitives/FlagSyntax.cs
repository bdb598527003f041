using System.Buffers;

namespace ImapAsync;

/// <summary>flag = "\" atom / atom (RFC 9051 §9).</summary>
internal static class FlagSyntax
{
    private static readonly SearchValues<char> AtomChars = SearchValues.Create("!#$&'+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[^_`abcdefghijklmnopqrstuvwxyz|}~");

    /// <summary>Marks the constructor that checks nothing.</summary>
    public readonly struct Unchecked;

    public static void Require(string name)
    {
        var atom = name.AsSpan(name is ['\\', ..] ? 1 : 0);
        if (atom.IsEmpty) throw new ArgumentException("A flag needs a name: a system flag such as \\Seen, or a keyword such as $Forwarded.", nameof(name));
        if (name == @"\*") throw new ArgumentException("\\* is not a flag that can be stored. To look for it in PERMANENTFLAGS, use Flag.Any.", nameof(name));
        var bad = atom.IndexOfAnyExcept(AtomChars);
        if (bad < 0) return;
        throw new ArgumentException(
            $"The flag \"{name}\" has a character that IMAP does not allow there (U+{(int)atom[bad]:X4}). Use printable ASCII without space and ( ) {{ % * \" \\ ], such as $Forwarded; only a system flag begins with a backslash.",
            nameof(name));
    }
}
