namespace ImapAsync;

/// <summary>The names of months in mail and IMAP: three letters, ignoring case.</summary>
internal static class MonthNames
{
    /// <summary>1 to 12 for a word that begins with a month's three letters; otherwise 0.</summary>
    public static int Find(ReadOnlySpan<byte> word) => word.Length < 3 ? 0 : Key(word[0], word[1], word[2]) switch
    {
        ('j' << 16) | ('a' << 8) | 'n' => 1,
        ('f' << 16) | ('e' << 8) | 'b' => 2,
        ('m' << 16) | ('a' << 8) | 'r' => 3,
        ('a' << 16) | ('p' << 8) | 'r' => 4,
        ('m' << 16) | ('a' << 8) | 'y' => 5,
        ('j' << 16) | ('u' << 8) | 'n' => 6,
        ('j' << 16) | ('u' << 8) | 'l' => 7,
        ('a' << 16) | ('u' << 8) | 'g' => 8,
        ('s' << 16) | ('e' << 8) | 'p' => 9,
        ('o' << 16) | ('c' << 8) | 't' => 10,
        ('n' << 16) | ('o' << 8) | 'v' => 11,
        ('d' << 16) | ('e' << 8) | 'c' => 12,
        _ => 0,
    };

    // The bit that distinguishes lower-case letters is set in all three: only a letter becomes a lower-case letter this
    // way.
    private static int Key(byte first, byte second, byte third) => ((first << 16) | (second << 8) | third) | 0x202020;
}
