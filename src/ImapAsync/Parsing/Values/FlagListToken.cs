using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A list of flags with its parentheses; some servers omit them, or use quotes in addition or instead.
/// </summary>
internal static class FlagListToken
{
    // The placeholder for an unreadable list that is empty.
    private static ReadOnlySpan<byte> ListStart => "("u8;

    /// <summary>
    /// Reads the list; NIL is an empty one. False if something else stands there, or if something in it cannot be a
    /// flag and is skipped.
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
        // A backslash belongs to the flag; it escapes nothing.
        if (list is [(byte)'"', .. ReadOnlySpan<byte> quoted, (byte)'"'])
            list = quoted;
        if (list is [(byte)'(', .. ReadOnlySpan<byte> inside, (byte)')'])
            list = inside;
        return FlagListParser.TryParse(list, out flags);
    }

    /// <summary>Reads the list of a FLAGS response, as far as it is readable.</summary>
    public static FlagSet Read(ImapTokenReader arguments, ref Damage damage)
    {
        FlagSet flags = FlagSet.Empty;
        try
        {
            if (!TryRead(ref arguments, out flags))
                damage.Note(arguments.Malformed("a list of flags"));
        }
        catch (ImapProtocolException exception)
        {
            damage.Note(exception);
        }

        return flags;
    }
}
