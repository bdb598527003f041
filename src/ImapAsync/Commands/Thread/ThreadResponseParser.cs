namespace ImapAsync;

/// <summary>
/// <c>THREAD [SP 1*thread-list]</c> (RFC 5256 §5): <c>(3 6 (4 23)(44 7 96))</c>. Does not recurse: conversations of thousands are real.
/// </summary>
internal static class ThreadResponseParser
{
    /// <summary>How deep lists may be nested. Each level is a message with several answers, one of which has several answers.</summary>
    public const int MaxNesting = 10_000;

    public static void Read(ReadOnlySpan<byte> arguments, ThreadData data)
    {
        try
        {
            for (int i = 0; i < arguments.Length; i++)
                i = ReadToken(arguments, i, data);
            if (data.Depth > 0)
                throw ProtocolErrors.Expected("')'", arguments, arguments.Length);
        }
        finally
        {
            data.EndAll();
        }
    }

    // Returns the index of the token's last octet.
    private static int ReadToken(ReadOnlySpan<byte> bytes, int index, ThreadData data)
    {
        switch (bytes[index])
        {
            case (byte)' ':
                return index;
            case (byte)'(' when data.Depth < MaxNesting:
                data.BeginList();
                return index;
            case (byte)'(':
                throw ProtocolErrors.Expected($"threads nested no deeper than {MaxNesting}", bytes, index);
            case (byte)')' when data.Depth > 0:
                data.EndList();
                return index;
            case >= (byte)'0' and <= (byte)'9' when data.Depth > 0:
                return ReadNumber(bytes, index, data);
            default:
                throw ProtocolErrors.Expected("a thread such as (1 (2)(3))", bytes, index);
        }
    }

    private static int ReadNumber(ReadOnlySpan<byte> bytes, int index, ThreadData data)
    {
        ulong value = 0;
        int i = index;
        for (; i < bytes.Length && Ascii.IsDigit(bytes[i]); i++)
        {
            value = (value * 10) + (uint)(bytes[i] - '0');
            if (value > uint.MaxValue)
                throw ProtocolErrors.Expected("a number below 2^32", bytes, index);
        }

        data.Add((uint)value);
        return i - 1;
    }
}
