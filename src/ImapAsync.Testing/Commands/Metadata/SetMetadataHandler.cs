namespace ImapAsync.Testing;

/// <summary>SETMETADATA (RFC 5464 §4.3): NIL removes an entry.</summary>
internal sealed class SetMetadataHandler() : MailStoreHandler("SETMETADATA")
{
    private const int MaxSize = 64 * 1024;

    public override IReadOnlyList<string> Capabilities => ["METADATA", "METADATA-SERVER"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string mailbox = arguments.Mailbox();
        arguments.Space();
        List<(string Name, byte[]? Value)> changes = new();
        arguments.ListStart();
        do
        {
            string name = EntryNames.Check(arguments.AText());
            arguments.Space();
            changes.Add((name, EntryValue.Read(session, ref arguments)));
        }
        while (arguments.TrySpace());
        arguments.ListEnd();
        arguments.End();

        EntryStore entries = EntryOwner.Find(session, mailbox, isAnnotation: false, Rights.Write);
        if (changes.Any(static change => change.Value?.Length > MaxSize))
            throw CommandRefusedException.No($"METADATA MAXSIZE {MaxSize}", "A value is too large");
        foreach ((string name, byte[]? value) in changes)
            entries.Set(name, value);
        EntryOwner.FindMailbox(session, mailbox)?.Touch();
        return Reply.Ok("Set");
    }
}
