namespace ImapAsync;

/// <summary>The rights of one identifier in an access control list.</summary>
/// <param name="Identifier">
/// A user or group in the server's notation, or <c>anyone</c>; with a leading <c>-</c>, the rights are denied to it.
/// </param>
/// <param name="Rights">The rights.</param>
public sealed record AclEntry(string Identifier, Rights Rights)
{
    /// <summary>Whether these rights are denied (RFC 4314 §2).</summary>
    public bool IsNegative => Identifier is ['-', ..];
}

/// <summary>The access control list of a mailbox (RFC 4314 §3.6).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Entries">Its entries, in the server's order.</param>
public sealed record Acl(MailboxName Mailbox, IReadOnlyList<AclEntry> Entries)
{
    /// <summary>The rights of the identifier with this name; none if it is not in the list.</summary>
    /// <param name="identifier">The identifier, as the server writes it.</param>
    public Rights this[string identifier]
    {
        get
        {
            foreach (AclEntry entry in Entries)
            {
                if (entry.Identifier == identifier)
                    return entry.Rights;
            }

            return Rights.None;
        }
    }
}

/// <summary>The rights that an identifier can be given on a mailbox (LISTRIGHTS, RFC 4314 §3.7).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Required">The rights that it always has.</param>
/// <param name="Optional">The rights that it can be given; those in one item are given together or not at all.</param>
public sealed record GrantableRights(
    MailboxName Mailbox, string Identifier, Rights Required, IReadOnlyList<Rights> Optional);
