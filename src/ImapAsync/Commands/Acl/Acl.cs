namespace ImapAsync;

/// <summary>The rights of one identifier.</summary>
/// <param name="Identifier">
/// A user or a group as the server calls it, or <c>anyone</c>; with a <c>-</c> before it, the rights are those that it
/// shall not have.
/// </param>
/// <param name="Rights">The rights.</param>
public sealed record AclEntry(string Identifier, Rights Rights)
{
    /// <summary>Whether these rights are taken away (RFC 4314 §2).</summary>
    public bool IsNegative => Identifier is ['-', ..];
}

/// <summary>The access control list of a mailbox (RFC 4314 §3.6).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Entries">Its entries, in the server's order.</param>
public sealed record Acl(MailboxName Mailbox, IReadOnlyList<AclEntry> Entries)
{
    /// <summary>The rights that the list gives an identifier by that name; none when it is not in the list.</summary>
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

/// <summary>What rights an identifier can be given on a mailbox (LISTRIGHTS, RFC 4314 §3.7).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Required">What it always has.</param>
/// <param name="Optional">What it can be given; the rights in one item are given together or not at all.</param>
public sealed record GrantableRights(
    MailboxName Mailbox, string Identifier, Rights Required, IReadOnlyList<Rights> Optional);
