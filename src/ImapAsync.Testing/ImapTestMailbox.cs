using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// A mailbox of the server. It can be changed before the server starts and while clients are connected: they are
/// notified as of another client's changes.
/// </summary>
public sealed class ImapTestMailbox
{
    private readonly ImapTestServerOptions _options;
    private readonly Mailbox _mailbox;

    internal ImapTestMailbox(ImapTestUser user, ImapTestServerOptions options, Mailbox mailbox)
    {
        User = user;
        _options = options;
        _mailbox = mailbox;
    }

    /// <summary>The owner.</summary>
    public ImapTestUser User { get; }

    /// <summary>The name.</summary>
    public string Name => _mailbox.Name;

    /// <summary>The mailbox's UIDVALIDITY.</summary>
    public UidValidity UidValidity => new(_mailbox.UidValidity);

    /// <summary>The UID of the next message.</summary>
    public Uid UidNext => new(_mailbox.UidNext);

    /// <summary>All messages at this moment.</summary>
    public IReadOnlyList<ImapTestMessage> Messages
    {
        get
        {
            lock (_options.Store.Gate)
            {
                return [
                    .. _mailbox.Messages.Select(static message =>
                        new ImapTestMessage(message.Content.Octets, message.Flags, message.InternalDate)
                        {
                            Uid = message.Uid
                        })
                ];
            }
        }
    }

    /// <summary>Delivers a message to the mailbox.</summary>
    /// <returns>Its UID.</returns>
    public Uid Deliver(ImapTestMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_options.Store.Gate)
        {
            DateTimeOffset now = _options.Store.Now;
            NewMessage delivered = new(ContentOf(message), message.Flags, message.InternalDate ?? now);
            return _mailbox.Add(delivered, now).Uid;
        }
    }

    /// <summary>Delivers a message to the mailbox.</summary>
    /// <param name="text">Header and body; line ends of LF alone become CR LF.</param>
    /// <param name="flags">Its flags.</param>
    /// <returns>Its UID.</returns>
    public Uid Deliver(string text, FlagSet? flags = null) => Deliver(ImapTestMessage.FromText(text, flags));

    /// <summary>Adds messages.</summary>
    public ImapTestMailbox AddMessages(params IEnumerable<ImapTestMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (ImapTestMessage message in messages)
            Deliver(message);
        return this;
    }

    /// <summary>Adds messages from their texts.</summary>
    public ImapTestMailbox AddMessages(params ReadOnlySpan<string> texts)
    {
        foreach (string text in texts)
            Deliver(text);
        return this;
    }

    /// <summary>
    /// Adds this many generated messages: conversations of several people, plain and HTML, some with attachments, over
    /// the months before now.
    /// </summary>
    public ImapTestMailbox AddMessages(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return AddMessages(MessageGenerator.Generate(count, HashCode(), _options.Store.Now));
    }

    /// <summary>Sets the flags of messages, as another client would.</summary>
    public void SetFlags(UidSet uids, FlagSet flags)
    {
        lock (_options.Store.Gate)
        {
            foreach (StoredMessage message in Find(uids))
                _mailbox.SetFlags(message, flags);
        }
    }

    /// <summary>Removes messages, as another client's EXPUNGE would.</summary>
    public void Remove(UidSet uids)
    {
        lock (_options.Store.Gate)
            _mailbox.Remove(Find(uids));
    }

    /// <summary>
    /// Assigns new UIDs to all messages and a new UIDVALIDITY to the mailbox, as after a restore from a backup.
    /// </summary>
    public void ChangeUidValidity()
    {
        lock (_options.Store.Gate)
            _mailbox.ChangeUidValidity(_options.Store.NextUidValidity());
    }

    /// <summary>Grants another user rights on this mailbox (RFC 4314).</summary>
    public ImapTestMailbox Grant(string user, Rights rights)
    {
        lock (_options.Store.Gate)
            _mailbox.Access.Change(user, _ => rights);
        return this;
    }

    /// <summary>Adds another mailbox for the same user.</summary>
    public ImapTestMailbox AddMailbox(string name, params ReadOnlySpan<MailboxAttribute> uses) =>
        User.AddMailbox(name, uses);

    private static MessageContent ContentOf(ImapTestMessage message) =>
        BinaryContent.Encode(message.Octets) is { } octets
        ? new MessageContent(octets)
        : throw new ArgumentException(
            "There is a NUL outside the content of a part, where it is not allowed (RFC 3516).", nameof(message));

    private List<StoredMessage> Find(UidSet uids) =>
        [.. _mailbox.Messages.Where(message => uids.Contains(message.Uid))];

    // Not the hash code of string, which differs from process to process.
    private int HashCode() =>
        Encoding.UTF8.GetBytes(_mailbox.Name)
            .Aggregate(_options.Seed, static (hash, octet) => unchecked(hash * 31 + octet));
}
