namespace ImapAsync.Testing;

/// <summary>
/// A user's resource limits (RFC 9208): the limits of the quota root "", shared by all their mailboxes.
/// </summary>
internal sealed class QuotaLimits
{
    /// <summary>STORAGE, in units of 1,024 octets; null if unlimited.</summary>
    public long? StorageKibioctets { get; set; }

    /// <summary>MESSAGE; null if unlimited.</summary>
    public long? Messages { get; set; }

    /// <summary>MAILBOX; null if unlimited.</summary>
    public long? Mailboxes { get; set; }

    /// <summary>Rejects what would exceed a limit.</summary>
    public void Check(UserAccount user, long moreOctets, long moreMessages)
    {
        bool isOver =
            (StorageKibioctets is { } storage && moreOctets > 0 && user.StorageOctets + moreOctets > storage * 1024)
            || (Messages is { } messages && moreMessages > 0 && user.MessageCount + moreMessages > messages);
        if (isOver)
            throw CommandRefusedException.No("OVERQUOTA", "That is more than the quota allows");
    }
}
