namespace ImapAsync;

/// <summary>
/// <c>THREAD [SP 1*thread-list]</c> (RFC 5256 §5): <c>(3 6 (4 23)(44 7 96))</c>. Does not recurse: conversations of
/// thousands of messages exist.
/// </summary>
internal static class ThreadResponseParser
{
    /// <summary>
    /// How deep lists may be nested. Each level is a message with several answers, one of which has several answers.
    /// </summary>
    public const int MaxNesting = 10_000;

    /// <summary>Reads all threads; anything else is skipped.</summary>
    /// <exception cref="ImapProtocolException">Something was skipped; the rest was read.</exception>
    public static void Read(ReadOnlySpan<byte> arguments, ThreadData data)
    {
        Damage damage = default;
        for (int i = 0; i < arguments.Length; i++)
            i = ReadToken(arguments, i, data, ref damage);
        if (data.Depth > 0)
            damage.Note("a closing parenthesis", default);
        data.EndAll();
        damage.ThrowIfAny();
    }

    // Returns the index of the token's last octet.
    private static int ReadToken(ReadOnlySpan<byte> bytes, int index, ThreadData data, ref Damage damage)
    {
        switch (bytes[index])
        {
            case (byte)' ':
                return index;
            case (byte)'(' when data.Depth < MaxNesting:
                data.BeginList();
                return index;
            case (byte)')' when data.Depth > 0:
                data.EndList();
                return index;
            case >= (byte)'0' and <= (byte)'9' when data.Depth > 0:
                return ReadNumber(bytes, index, data, ref damage);
            default:
                return SkipOther(bytes, index, ref damage);
        }
    }

    private static int SkipOther(ReadOnlySpan<byte> bytes, int index, ref Damage damage)
    {
        int end = ValueScanner.End(bytes, index);
        if (end < 0)
            end = bytes.Length;
        string expected = bytes[index] == '('
            ? $"threads nested no deeper than {MaxNesting}"
            : "a thread such as (1 (2)(3))";
        damage.Note(expected, bytes[index..end]);
        return end - 1;
    }

    private static int ReadNumber(ReadOnlySpan<byte> bytes, int index, ThreadData data, ref Damage damage)
    {
        ulong value = 0;
        int i = index;
        for (; i < bytes.Length && Ascii.IsDigit(bytes[i]); i++)
            value = Math.Min((value * 10) + (uint)(bytes[i] - '0'), uint.MaxValue + 1UL);
        if (value <= uint.MaxValue)
            data.Add((uint)value);
        else
            damage.Note("a number below 2^32", bytes[index..i]);
        return i - 1;
    }
}
