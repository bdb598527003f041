namespace ImapAsync.Testing;

/// <summary>
/// GETMETADATA (RFC 5464 §4.2), with DEPTH and MAXSIZE. The options precede the mailbox or, as in the RFC's examples,
/// follow it.
/// </summary>
internal sealed class GetMetadataHandler() : MailStoreHandler("GETMETADATA")
{
    public override IReadOnlyList<string> Capabilities => ["METADATA", "METADATA-SERVER"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        MetadataQuery query = MetadataQuery.Read(ref arguments);
        arguments.End();
        EntryStore entries = EntryOwner.Find(session, query.Mailbox, isAnnotation: false, Rights.Lookup);
        KeyValuePair<string, byte[]>[] found = [.. entries.All.Where(entry => query.Wants(entry.Key))];
        KeyValuePair<string, byte[]>[] small = [.. found.Where(entry => entry.Value.Length <= query.MaxSize)];
        // With a depth, a missing entry is above the requested one.
        string[] missing = query.Depth > 0 ? [] : [.. query.Entries.Where(name => entries.Get(name) is null)];
        if (small.Length + missing.Length > 0)
            Write(session, query.Mailbox, small, missing);

        int largest = found.Length == 0 ? 0 : found.Max(static entry => entry.Value.Length);
        return Reply.Ok("Completed", largest > query.MaxSize ? $"METADATA LONGENTRIES {largest}" : null);
    }

    private static void Write(
        ClientSession session, string mailbox, KeyValuePair<string, byte[]>[] found, string[] missing)
    {
        ResponseWriter writer = session.Writer.Untagged("METADATA "u8);
        if (mailbox.Length == 0)
            writer.Raw("\"\" ("u8);
        else
            writer.Mailbox(Hierarchy.Normalize(mailbox)).Raw(" ("u8);
        string separator = "";
        foreach ((string name, byte[] value) in found)
        {
            writer.Text(separator).AString(name).Space().String(value);
            separator = " ";
        }

        foreach (string name in missing)
        {
            writer.Text(separator).AString(name).Raw(" NIL"u8);
            separator = " ";
        }

        writer.Raw(")"u8).End();
    }
}
