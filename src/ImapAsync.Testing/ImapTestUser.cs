namespace ImapAsync.Testing;

/// <summary>
/// A user of the server. Users can be changed before the server starts and while clients are connected.
/// </summary>
public sealed class ImapTestUser
{
    private readonly ImapTestServerOptions _options;
    private readonly UserAccount _user;

    internal ImapTestUser(ImapTestServerOptions options, UserAccount user)
    {
        _options = options;
        _user = user;
    }

    /// <summary>The name to log in with.</summary>
    public string Name => _user.Name;

    /// <summary>The user's INBOX.</summary>
    public ImapTestMailbox Inbox => new(this, _options, _user.Inbox);

    /// <summary>The names of all mailboxes.</summary>
    public IReadOnlyList<string> MailboxNames
    {
        get
        {
            lock (_options.Store.Gate)
                return [.. _user.Mailboxes.Keys];
        }
    }

    /// <summary>The mailbox with this name.</summary>
    /// <exception cref="ArgumentException">There is no such mailbox.</exception>
    public ImapTestMailbox Mailbox(string name)
    {
        lock (_options.Store.Gate)
        {
            Mailbox? mailbox = _user.Mailboxes.GetValueOrDefault(Hierarchy.Normalize(name));
            return mailbox is not null
                ? new ImapTestMailbox(this, _options, mailbox)
                : throw new ArgumentException(
                    $"{Name} has no mailbox \"{name}\", only {string.Join(", ", _user.Mailboxes.Keys)}. Add it with "
                    + $"{nameof(AddMailbox)}.",
                    nameof(name));
        }
    }

    /// <summary>Adds a mailbox, and the levels above it; an existing one is used as it is.</summary>
    /// <param name="name">The name, its levels separated by slashes.</param>
    /// <param name="uses">Its special uses, such as <see cref="MailboxAttribute.Sent"/>.</param>
    /// <exception cref="ArgumentException">
    /// The name is not valid for a mailbox, or there are already too many.
    /// </exception>
    public ImapTestMailbox AddMailbox(string name, params ReadOnlySpan<MailboxAttribute> uses)
    {
        lock (_options.Store.Gate)
        {
            Mailbox mailbox = _user.Mailboxes.GetValueOrDefault(Hierarchy.Normalize(name)) ?? Create(name);
            if (!uses.IsEmpty)
                mailbox.SpecialUse = MailboxAttributes.Of(uses);
            _user.Subscriptions.Add(mailbox.Name);
            return new ImapTestMailbox(this, _options, mailbox);
        }
    }

    /// <summary>Sets the user's OAuth token, which XOAUTH2 and OAUTHBEARER accept; null removes it.</summary>
    public ImapTestUser WithToken(string? token)
    {
        lock (_options.Store.Gate)
            _user.Token = token;
        return this;
    }

    /// <summary>Expires the token: from now on XOAUTH2 and OAUTHBEARER refuse it, until another one is set.</summary>
    public void ExpireToken() => WithToken(null);

    /// <summary>Lets the user act for all others, by PROXYAUTH or an authorization identity.</summary>
    public ImapTestUser AsAdministrator()
    {
        lock (_options.Store.Gate)
            _user.IsAdministrator = true;
        return this;
    }

    /// <summary>Limits the user's resources; null means no limit.</summary>
    /// <param name="kibioctets">STORAGE, in units of 1,024 octets.</param>
    /// <param name="messages">MESSAGE.</param>
    /// <param name="mailboxes">MAILBOX.</param>
    public ImapTestUser WithQuota(long? kibioctets = null, long? messages = null, long? mailboxes = null)
    {
        lock (_options.Store.Gate)
        {
            (_user.Quota.StorageKibioctets, _user.Quota.Messages, _user.Quota.Mailboxes) =
                (kibioctets, messages, mailboxes);
        }

        return this;
    }

    private Mailbox Create(string name)
    {
        try
        {
            return MailboxChanges.Create(_options.Store, _user, name);
        }
        catch (CommandRefusedException refusal)
        {
            throw new ArgumentException(refusal.Message, nameof(name), refusal);
        }
    }
}
