using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads ANNOTATION responses with values (draft-daboo-imap-annotatemore-08 §5).
/// <code>annotate-data = "ANNOTATION" SP mailbox SP entry-list; entry-list = entry-att *(SP entry-att)</code>
/// <code>entry-att = entry SP "(" attrib SP value *(SP attrib SP value) ")"</code>
/// </summary>
internal static class AnnotationParser
{
    /// <summary>
    /// Reads the annotations; false if the response has only entries, which is a notification of a change and not an
    /// answer.
    /// </summary>
    public static bool TryParse(ref ImapTokenReader reader, List<Annotation> annotations, out Damage damage)
    {
        damage = default;
        int known = annotations.Count;
        MailboxName mailbox = reader.ReadMailbox();
        // Some servers enclose all of it in parentheses.
        bool isList = reader.ListOctets is var octets && new ListReader(octets) is var inner && inner.MoveNext()
            && !inner.Current.IsList && inner.MoveNext() && inner.Current.IsList;
        ListReader entries = isList ? new(reader.ListOctets) : ListReader.Bare(reader.Remaining);
        string? entry = null;
        while (entries.MoveNext())
        {
            if (!entries.Current.IsList)
                entry = entries.Current.String.ToString();
            else if (entry is null)
                damage.Note("the name of an entry", entries.Current.Octets);
            else
                annotations.Add(new Annotation(mailbox, entry, ReadAttributes(entries.Current, ref damage)));
            if (entries.Current.IsList)
                entry = null;
        }

        damage.NoteEnd(entries, isList);
        return annotations.Count > known || damage.IsAny;
    }

    private static List<AnnotationAttribute> ReadAttributes(ResponseValue list, ref Damage damage)
    {
        List<AnnotationAttribute> attributes = [];
        PairReader pairs = new(list.Octets);
        while (pairs.MoveNext(ref damage))
        {
            if (MetadataValue.TryRead(pairs.Value, ref damage, out MetadataValue? value))
                attributes.Add(new AnnotationAttribute(pairs.Name.String.ToString(), value));
        }

        return attributes;
    }
}
