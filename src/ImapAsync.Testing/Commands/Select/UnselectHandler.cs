namespace ImapAsync.Testing;

/// <summary>UNSELECT (RFC 3691): leaves the mailbox without expunging.</summary>
internal sealed class UnselectHandler() : MailStoreHandler("UNSELECT")
{
    public override SessionStates States => SessionStates.Selected;

    public override IReadOnlyList<string> Capabilities => ["UNSELECT", "IMAP4rev2"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        command.Arguments().End();
        session.Selected = null;
        return Reply.Ok("Left");
    }
}
