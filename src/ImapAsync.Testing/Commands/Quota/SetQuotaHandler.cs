namespace ImapAsync.Testing;

/// <summary>SETQUOTA (RFC 9208 §4.1.1). A resource that is not named has no limit afterwards.</summary>
internal sealed class SetQuotaHandler() : MailStoreHandler("SETQUOTA")
{
    public override IReadOnlyList<string> Capabilities => ["QUOTASET"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments(session.Names);
        arguments.Space();
        QuotaAnswer.ReadRoot(ref arguments);
        arguments.Space();
        Dictionary<string, long> limits = ReadLimits(ref arguments);
        arguments.End();
        QuotaLimits quota = session.User!.Quota;
        quota.StorageKibioctets = LimitOf(limits, "STORAGE");
        quota.Messages = LimitOf(limits, "MESSAGE");
        quota.Mailboxes = LimitOf(limits, "MAILBOX");
        QuotaAnswer.Write(session, session.User!);
        return Reply.Ok("Set");
    }

    private static long? LimitOf(Dictionary<string, long> limits, string resource) =>
        limits.TryGetValue(resource, out long limit) ? limit : null;

    private static Dictionary<string, long> ReadLimits(ref ArgumentReader arguments)
    {
        Dictionary<string, long> limits = new(StringComparer.Ordinal);
        foreach ((string resource, long limit) in arguments.List(ReadLimit))
            limits[resource] = limit;
        return limits;
    }

    private static (string Resource, long Limit) ReadLimit(ref ArgumentReader arguments)
    {
        string resource = arguments.Keyword();
        if (resource is not ("STORAGE" or "MESSAGE" or "MAILBOX"))
        {
            throw CommandRefusedException.No(
                code: null, $"{resource} cannot be limited: only STORAGE, MESSAGE and MAILBOX can");
        }

        arguments.Space();
        return (resource, arguments.Number());
    }
}
