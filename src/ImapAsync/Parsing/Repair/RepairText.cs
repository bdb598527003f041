namespace ImapAsync;

/// <summary>
/// Which text is plausible for a string in its place: spaces or quotes where no word has any mean that it extends too
/// far.
/// </summary>
internal static class RepairText
{
    public static bool Fits(ReadOnlySpan<byte> text, RepairShape shape, int index) => (shape, index) switch
    {
        (RepairShape.Address, 1) => text.IsEmpty || (text[0] == '@' && IsWord(text)),
        (RepairShape.Address, 3) => IsWord(text),
        (RepairShape.Body, _) => IsWord(text),
        (RepairShape.Multipart, 0 or 2) => IsWord(text),
        (RepairShape.SinglePart or RepairShape.Message, 1 or 5 or 6) => IsWord(text),
        (RepairShape.Disposition, 0) => IsWord(text),
        (RepairShape.Parameters, _) => index % 2 == 1 || IsWord(text),
        _ => true,
    };

    private static bool IsWord(ReadOnlySpan<byte> text) => text.IndexOfAny(" \"()"u8) < 0;
}
