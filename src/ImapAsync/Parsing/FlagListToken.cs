using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A list of flags with its parentheses; some servers leave them out, or put quotes in their place or around them.
/// </summary>
internal static class FlagListToken
{
    // What cannot be read, where nothing stands.
    private static ReadOnlySpan<byte> ListStart => "("u8;

    /// <summary>
    /// Reads the list; NIL is an empty one. False when something else stands there, or something in it cannot be a
    /// flag: it is left out.
    /// </summary>
    public static bool TryRead(ref ImapTokenReader reader, out FlagSet flags)
    {
        flags = FlagSet.Empty;
        if (reader.TryReadNil())
            return true;
        ReadOnlySpan<byte> list = reader.Peek() switch
        {
            ImapTokenKind.ListStart or ImapTokenKind.Quoted => reader.ReadValue(),
            ImapTokenKind.Atom => reader.Remaining,
            _ => ListStart,
        };
        // A backslash is a flag's own, and escapes nothing.
        if (list is [(byte)'"', .. ReadOnlySpan<byte> quoted, (byte)'"'])
            list = quoted;
        if (list is [(byte)'(', .. ReadOnlySpan<byte> inside, (byte)')'])
            list = inside;
        return FlagListParser.TryParse(list, out flags);
    }
}
