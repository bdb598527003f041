using System.Diagnostics.CodeAnalysis;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A list of flags with its parentheses.</summary>
internal static class FlagListToken
{
    /// <summary>Reads the list; NIL is an empty one. False when something else stands there, or something in it cannot be a flag.</summary>
    public static bool TryRead(ref ImapTokenReader reader, [NotNullWhen(true)] out FlagSet? flags)
    {
        flags = FlagSet.Empty;
        if (reader.TryReadNil())
            return true;
        if (reader.Peek() == ImapTokenKind.ListStart && reader.ReadValue() is [(byte)'(', .. ReadOnlySpan<byte> list, (byte)')'])
            return FlagListParser.TryParse(list, out flags);
        flags = null;
        return false;
    }
}
