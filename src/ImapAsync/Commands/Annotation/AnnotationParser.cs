using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads ANNOTATION responses with values (draft-daboo-imap-annotatemore-08 §5).
/// <code>annotate-data = "ANNOTATION" SP mailbox SP entry-list; entry-list = entry-att *(SP entry-att)</code>
/// <code>entry-att = entry SP "(" attrib SP value *(SP attrib SP value) ")"</code>
/// </summary>
internal static class AnnotationParser
{
    public static void Parse(ref ImapTokenReader reader, List<Annotation> annotations)
    {
        MailboxName mailbox = reader.ReadMailbox();
        while (!reader.End)
        {
            string entry = reader.ReadString().ToString();
            // Without attributes it is news of a change.
            annotations.Add(new Annotation(mailbox, entry, reader.Peek() == ImapTokenKind.ListStart ? ReadAttributes(ref reader) : []));
        }
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
