namespace ImapAsync.Testing;

/// <summary>
/// How much a user may have (RFC 9208): the limits of the quota root "", which all their mailboxes share.
/// </summary>
internal sealed class QuotaLimits
{
    /// <summary>STORAGE, in units of 1,024 octets; null without limit.</summary>
    public long? StorageKibioctets { get; set; }

    /// <summary>MESSAGE; null without limit.</summary>
    public long? Messages { get; set; }

    /// <summary>MAILBOX; null without limit.</summary>
    public long? Mailboxes { get; set; }

    /// <summary>Refuses what would be over a limit.</summary>
    public void Check(UserAccount user, long moreOctets, long moreMessages)
    {
        bool isOver =
            (StorageKibioctets is { } storage && moreOctets > 0 && user.StorageOctets + moreOctets > storage * 1024)
            || (Messages is { } messages && moreMessages > 0 && user.MessageCount + moreMessages > messages);
        if (isOver)
            throw CommandRefusedException.No("OVERQUOTA", "That is more than the quota allows");
    }
}
