using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads ANNOTATION responses with values (draft-daboo-imap-annotatemore-08 §5).
/// <code>annotate-data = "ANNOTATION" SP mailbox SP entry-list; entry-list = entry-att *(SP entry-att)</code>
/// <code>entry-att = entry SP "(" attrib SP value *(SP attrib SP value) ")"</code>
/// </summary>
internal static class AnnotationParser
{
    /// <summary>Reads the annotations; false when the response has entries alone, which is news of a change and no answer.</summary>
    public static bool TryParse(ref ImapTokenReader reader, List<Annotation> annotations)
    {
        int known = annotations.Count;
        MailboxName mailbox = reader.ReadMailbox();
        while (!reader.End)
        {
            string entry = reader.ReadString().ToString();
            if (reader.Peek() == ImapTokenKind.ListStart)
                annotations.Add(new Annotation(mailbox, entry, ReadAttributes(ref reader)));
        }

        return annotations.Count > known;
    }

    private static List<AnnotationAttribute> ReadAttributes(ref ImapTokenReader reader)
    {
        List<AnnotationAttribute> attributes = [];
        reader.ReadListStart();
        while (!reader.TryReadListEnd())
        {
            string name = reader.ReadString().ToString();
            attributes.Add(new AnnotationAttribute(name, reader.Peek() == ImapTokenKind.ListEnd ? null : MetadataValue.Read(ref reader)));
        }

        return attributes;
    }
}
