using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// APPEND: adds one or several messages to a mailbox, which need not be selected (RFC 9051 §6.3.12; several:
/// MULTIAPPEND, RFC 3502). Either all of them are added or none.
/// </summary>
public sealed record AppendCommand : MailboxCommand<AppendResult>
{
    /// <summary>Creates a command for one message.</summary>
    /// <param name="mailbox">The mailbox; it must exist.</param>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">The mailbox name is empty.</exception>
    public AppendCommand(MailboxName mailbox, AppendMessage message)
        : this(mailbox, [message])
    {
    }

    /// <summary>Creates a command for several messages; the server needs the capability MULTIAPPEND.</summary>
    /// <param name="mailbox">The mailbox; it must exist.</param>
    /// <param name="messages">The messages; at least one.</param>
    /// <exception cref="ArgumentException">The mailbox name is empty, or there is no message.</exception>
    public AppendCommand(MailboxName mailbox, IReadOnlyList<AppendMessage> messages)
        : base("APPEND", mailbox)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (messages.Count == 0)
            throw new ArgumentException("There is no message to append: pass at least one.", nameof(messages));
        Messages = messages;
    }

    /// <summary>The messages, in the order in which they are added.</summary>
    public IReadOnlyList<AppendMessage> Messages { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        Messages[0].Write(encoder.Mailbox(Mailbox));
        for (int i = 1; i < Messages.Count; i++)
            Messages[i].Write(encoder.Needs(Capability.MultiAppend));
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<AppendResult> CreateCollector() =>
        new AppendCollector(expunges: false);
}
