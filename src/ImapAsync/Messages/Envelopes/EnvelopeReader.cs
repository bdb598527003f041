namespace ImapAsync;

/// <summary>
/// Finds the fields of an ENVELOPE (RFC 9051 §9).
/// <code>
/// envelope = "(" env-date SP env-subject SP env-from SP env-sender SP env-reply-to SP env-to SP env-cc SP env-bcc SP
///            env-in-reply-to SP env-message-id ")"
/// </code>
/// </summary>
internal static class EnvelopeReader
{
    /// <summary>Returns a field; missing if the server omitted it, as some do with the last ones.</summary>
    /// <param name="octets">The octets from the start of the envelope.</param>
    /// <param name="field">Which field.</param>
    public static ResponseValue Field(ReadOnlySpan<byte> octets, EnvelopeField field)
    {
        ListReader fields = Fields(octets, out _);
        ResponseValue value = fields.Next();
        for (int i = 0; i < (int)field; i++)
            value = fields.Next();
        return value;
    }

    /// <summary>A reader of all fields.</summary>
    /// <param name="octets">The octets from the start of the envelope.</param>
    /// <param name="before">The number of octets before those that the reader counts from.</param>
    // Domino encloses the whole in a second pair of parentheses: the first field, a date, is never a list.
    public static ListReader Fields(ReadOnlySpan<byte> octets, out int before)
    {
        before = 0;
        if (octets.IsEmpty || octets[0] != '(')
            return default;
        int inner = ValueScanner.SkipSpaces(octets, 1);
        if (inner < octets.Length && octets[inner] == '(')
            before = inner;
        return new ListReader(octets[before..]);
    }
}

/// <summary>The fields of an ENVELOPE in their order.</summary>
internal enum EnvelopeField
{
    Date,
    Subject,
    From,
    Sender,
    ReplyTo,
    To,
    Cc,
    Bcc,
    InReplyTo,
    MessageId,
}
