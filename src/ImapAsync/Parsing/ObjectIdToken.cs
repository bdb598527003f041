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
        {
            if (id is null)
                id = reader.ReadText();
            else
                reader.SkipValue();
        }

        return id;
    }

    /// <summary>The identifier in the code MAILBOXID; null for another code, and where it cannot be read.</summary>
    public static string? Of(ResponseCode? code)
    {
        if (code is null || !code.Is("MAILBOXID"))
            return null;
        try
        {
            ImapTokenReader reader = code.Read();
            return Read(ref reader);
        }
        catch (ImapProtocolException)
        {
            // The command was done all the same, and its result has the code as it was sent.
            return null;
        }
    }
}
