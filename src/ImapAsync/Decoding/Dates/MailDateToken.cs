namespace ImapAsync;

/// <summary>A number, a word, or one other character of a date.</summary>
internal readonly ref struct MailDateToken(ReadOnlySpan<byte> text, bool isAttached)
{
    private const int MostDigits = 14;

    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>Whether nothing separates this token from the previous one.</summary>
    public bool IsAttached { get; } = isAttached;

    public bool IsNumber => char.IsAsciiDigit((char)Text[0]);

    public bool IsWord => char.IsAsciiLetter((char)Text[0]);

    public int Sign => Text[0] switch { (byte)'+' => 1, (byte)'-' => -1, _ => 0 };

    public int Digits => Text.Length;

    /// <summary>The number, or -1 if it is longer than any in a date.</summary>
    public int Number => Digits <= 9 ? Part(0, Digits) : -1;

    public int Part(int start, int length)
    {
        if (Digits > MostDigits)
            return -1;
        int value = 0;
        foreach (byte digit in Text.Slice(start, length))
            value = (value * 10) + digit - '0';
        return value;
    }
}
