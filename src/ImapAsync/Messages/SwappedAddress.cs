namespace ImapAsync;

/// <summary>
/// An address that stands where the name of its owner belongs, with the name in the mailbox's place:
/// <c>("&lt;a@x.org&gt;" NIL "Ann Example" NIL)</c>.
/// </summary>
internal static class SwappedAddress
{
    /// <summary>
    /// Whether an address without a host has its address in the name: in angle brackets, or where the mailbox can be
    /// none.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<byte> name, ReadOnlySpan<byte> mailbox)
    {
        ReadOnlySpan<byte> address = WithoutBrackets(name);
        if (!IsAddress(address) || mailbox.Contains((byte)'@'))
            return false;
        return address.Length < name.Length || mailbox.IsEmpty || mailbox.Contains((byte)' ');
    }

    /// <summary>What stands in angle brackets, if it is an address; otherwise all of it.</summary>
    public static ReadOnlySpan<byte> WithoutBrackets(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> trimmed = text.Trim((byte)' ');
        return trimmed is [(byte)'<', .. ReadOnlySpan<byte> inside, (byte)'>'] && IsAddress(inside) ? inside : text;
    }

    private static bool IsAddress(ReadOnlySpan<byte> text)
    {
        int at = text.LastIndexOf((byte)'@');
        return at > 0 && at < text.Length - 1 && text.IndexOfAny(" <>,"u8) < 0;
    }
}
