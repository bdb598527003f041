namespace ImapAsync.Testing;

/// <summary>The quota root "", shared by all mailboxes of a user (RFC 9208).</summary>
internal static class QuotaAnswer
{
    /// <summary>Writes <c>QUOTA "" (STORAGE 10 512)</c> with the limited resources.</summary>
    public static void Write(ClientSession session, UserAccount user)
    {
        ResponseWriter writer = session.Writer.Untagged("QUOTA \"\" ("u8);
        string separator = "";
        void add(string resource, long used, long? limit)
        {
            if (limit is not { } most)
                return;
            writer.Text(separator).Text(resource).Space().Number(used).Space().Number(most);
            separator = " ";
        }

        add("STORAGE", (user.StorageOctets + 1023) / 1024, user.Quota.StorageKibioctets);
        add("MESSAGE", user.MessageCount, user.Quota.Messages);
        add("MAILBOX", user.Mailboxes.Count, user.Quota.Mailboxes);
        writer.Raw(")"u8).End();
    }

    /// <summary>Reads the name of a quota root, of which there is only one.</summary>
    public static void ReadRoot(ref ArgumentReader arguments)
    {
        if (!arguments.AString().IsEmpty)
            throw CommandRefusedException.No("NONEXISTENT", "There is one quota root, \"\"");
    }
}
