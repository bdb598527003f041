namespace ImapAsync;

/// <summary>
/// An address in which name and mailbox are swapped: <c>("&lt;a@x.org&gt;" NIL "Ann Example" NIL)</c>.
/// </summary>
internal static class SwappedAddress
{
    /// <summary>
    /// Whether the name of an address without a host contains its address: in angle brackets, or because the mailbox
    /// cannot be one.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<byte> name, ReadOnlySpan<byte> mailbox)
    {
        ReadOnlySpan<byte> address = WithoutBrackets(name);
        if (!IsAddress(address) || mailbox.Contains((byte)'@'))
            return false;
        return address.Length < name.Length || mailbox.IsEmpty || mailbox.Contains((byte)' ');
    }

    /// <summary>The content of angle brackets, if it is an address; otherwise all of the text.</summary>
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
