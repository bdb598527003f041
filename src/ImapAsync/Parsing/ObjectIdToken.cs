using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Object identifiers: <c>"(" objectid ")"</c> (RFC 8474 §7), also without the parentheses; NIL is none.</summary>
internal static class ObjectIdToken
{
    public static string? Read(ref ImapTokenReader reader)
    {
        if (reader.Peek() == ImapTokenKind.End)
            return null;
        if (!reader.TryReadListStart())
            return reader.ReadText();
        string? id = null;
        while (reader.Peek() != ImapTokenKind.End && !reader.TryReadListEnd())
            id ??= reader.ReadText();
        return id;
    }
}
