namespace ImapAsync;

/// <summary>Object identifiers: <c>"(" objectid ")"</c> (RFC 8474 §7), also without the parentheses; NIL is none.</summary>
internal static class ObjectIdToken
{
    public static string? Read(ResponseValue value)
    {
        ListReader list = value.Elements;
        return value.IsList ? list.Next().Text : value.Text;
    }

    /// <summary>The identifier in the code MAILBOXID; null for another code, and where it cannot be read.</summary>
    public static string? Of(ResponseCode? code)
    {
        if (code is null || !code.Is("MAILBOXID"))
            return null;
        ListReader arguments = ListReader.Bare(code.Arguments.Span);
        return Read(arguments.Next());
    }
}
