namespace ImapAsync.Testing;

/// <summary>GETANNOTATION: <c>GETANNOTATION INBOX "/comment" "value.priv"</c>.</summary>
internal sealed class GetAnnotationHandler() : MailStoreHandler("GETANNOTATION")
{
    public override IReadOnlyList<string> Capabilities => ["ANNOTATEMORE"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string mailbox = arguments.Mailbox();
        arguments.Space();
        List<string> entries = AnnotationPatterns.Read(ref arguments);
        arguments.Space();
        List<string> attributes = AnnotationPatterns.Read(ref arguments);
        arguments.End();

        EntryStore store = EntryOwner.Find(session, mailbox, isAnnotation: true, Rights.Lookup);
        IEnumerable<IGrouping<string, (string[] Parts, byte[] Value)>> byEntry = store.All
            .Select(static pair => (Parts: pair.Key.Split(' ', 2), pair.Value))
            .Where(pair =>
                AnnotationPatterns.Fits(entries, pair.Parts[0]) && AnnotationPatterns.Fits(attributes, pair.Parts[1]))
            .GroupBy(static pair => pair.Parts[0], StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, (string[] Parts, byte[] Value)> entry in byEntry)
            Write(session, mailbox, entry.Key, entry.Select(static pair => (pair.Parts[1], pair.Value)));
        return Reply.Ok("Completed");
    }

    private static void Write(
        ClientSession session, string mailbox, string entry, IEnumerable<(string Attribute, byte[] Value)> values)
    {
        ResponseWriter writer = session.Writer.Untagged("ANNOTATION "u8);
        if (mailbox.Length == 0)
            writer.Raw("\"\""u8);
        else
            writer.Mailbox(Hierarchy.Normalize(mailbox));
        writer.Space().String(entry).Raw(" ("u8);
        string separator = "";
        foreach ((string attribute, byte[] value) in values)
        {
            writer.Text(separator).String(attribute).Space().String(value);
            separator = " ";
        }

        writer.Raw(")"u8).End();
    }
}
