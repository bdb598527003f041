namespace ImapAsync.Testing;

/// <summary>GETQUOTA (RFC 9208 §4.1.2).</summary>
internal sealed class GetQuotaHandler() : MailStoreHandler("GETQUOTA")
{
    public override IReadOnlyList<string> Capabilities => ["QUOTA"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        QuotaAnswer.ReadRoot(ref arguments);
        arguments.End();
        QuotaAnswer.Write(session, session.User!);
        return Reply.Ok("Completed");
    }
}
