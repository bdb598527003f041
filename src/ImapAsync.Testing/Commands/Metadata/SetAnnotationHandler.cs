namespace ImapAsync.Testing;

/// <summary>
/// SETANNOTATION: <c>SETANNOTATION INBOX "/comment" ("value.priv" "My comment")</c>; NIL removes a value.
/// </summary>
internal sealed class SetAnnotationHandler() : MailStoreHandler("SETANNOTATION")
{
    public override IReadOnlyList<string> Capabilities => ["ANNOTATEMORE"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string mailbox = arguments.Mailbox();
        arguments.Space();
        List<(string Name, byte[]? Value)> changes = new();
        bool isList = arguments.TryListStart();
        do
            ReadEntry(session, ref arguments, changes);
        while (arguments.TrySpace());
        if (isList)
            arguments.ListEnd();
        arguments.End();

        EntryStore store = EntryOwner.Find(session, mailbox, isAnnotation: true, Rights.Write);
        foreach ((string name, byte[]? value) in changes)
            store.Set(name, value);
        return Reply.Ok("Set");
    }

    private static void ReadEntry(
        ClientSession session, ref ArgumentReader arguments, List<(string Name, byte[]? Value)> changes)
    {
        string entry = arguments.AText();
        arguments.Space();
        arguments.ListStart();
        do
        {
            string attribute = arguments.AText();
            arguments.Space();
            if (attribute is not ("value.priv" or "value.shared" or "content-type.priv" or "content-type.shared"))
            {
                throw CommandRefusedException.Bad(
                    "An attribute to set is value.priv, value.shared, content-type.priv or content-type.shared");
            }

            changes.Add(($"{entry} {attribute}", EntryValue.Read(session, ref arguments)));
        }
        while (arguments.TrySpace());
        arguments.ListEnd();
    }
}
