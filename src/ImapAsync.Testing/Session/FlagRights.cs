namespace ImapAsync.Testing;

/// <summary>Which flags a user may change in a mailbox (RFC 4314 §4): all others are left unchanged.</summary>
internal static class FlagRights
{
    public static FlagSet Filter(ClientSession session, Mailbox mailbox, FlagSet flags)
    {
        Rights rights = MailboxDirectory.RightsOf(session.User!, mailbox);
        FlagSetBuilder allowed = new();
        foreach (Flag flag in flags)
        {
            if (flag != Flag.Recent && rights.Contains(RightFor(flag)))
                allowed.Add(flag);
        }

        return allowed.Build();
    }

    private static Rights RightFor(Flag flag) =>
        flag == Flag.Seen ? Rights.KeepSeen : flag == Flag.Deleted ? Rights.DeleteMessages : Rights.Write;
}
