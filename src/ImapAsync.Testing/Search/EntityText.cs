namespace ImapAsync.Testing;

/// <summary>The text that a person would find in a message, with transfer encodings and charsets decoded.</summary>
internal static class EntityText
{
    /// <summary>
    /// The texts of a body: decoded text parts, header fields of parts and of embedded messages. Parts of other types
    /// have no text.
    /// </summary>
    public static List<string> OfBody(MimeEntity message)
    {
        List<string> texts = new();
        AddBody(message, texts);
        return texts;
    }

    private static void AddBody(MimeEntity entity, List<string> texts)
    {
        foreach (MimeEntity part in entity.Parts)
            AddWhole(part, texts);
        if (entity.Message is { } message)
            AddWhole(message, texts);
        if (!entity.Type.IsText)
            return;
        string? charset = entity.Type.Parameters.TryGetValue("charset", out string? named) ? named : null;
        texts.Add(CharsetText.Decode(entity.Decode().Span, charset));
    }

    private static void AddWhole(MimeEntity entity, List<string> texts)
    {
        foreach (MailHeaderField field in entity.Header.Fields)
            texts.Add(field.ToString());
        AddBody(entity, texts);
    }
}
