namespace ImapAsync.Testing;

/// <summary>
/// LSUB (RFC 3501 §6.3.9). A level that is not subscribed but has something subscribed below it is listed for <c>%</c>
/// as <c>\Noselect</c>.
/// </summary>
internal sealed class LsubHandler() : MailStoreHandler("LSUB")
{
    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        string reference = arguments.Mailbox();
        arguments.Space();
        string pattern = reference + arguments.ListPattern();
        arguments.End();

        SortedSet<string> subscribed = session.User!.Subscriptions;
        SortedSet<string> levels = new(StringComparer.Ordinal);
        foreach (string name in subscribed)
        {
            if (ListPattern.Matches(pattern, name))
            {
                session.Writer.Untagged("LSUB () \"/\" "u8).Mailbox(name).End();
            }
            else
            {
                levels.UnionWith(
                    Hierarchy.ParentsOf(name)
                        .Where(parent => !subscribed.Contains(parent) && ListPattern.Matches(pattern, parent)));
            }
        }

        foreach (string level in levels)
            session.Writer.Untagged("LSUB (\\Noselect) \"/\" "u8).Mailbox(level).End();
        return Reply.Ok("Completed");
    }
}
