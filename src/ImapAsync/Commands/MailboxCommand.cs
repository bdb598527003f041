using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A command that names one mailbox; it writes only that unless it says otherwise.</summary>
/// <typeparam name="TResult">The value.</typeparam>
public abstract record MailboxCommand<TResult> : ImapCommand<TResult>
{
    private protected MailboxCommand(string name, MailboxName mailbox)
        : base(name) => Mailbox = mailbox;

    /// <summary>The mailbox.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public MailboxName Mailbox { get; init => field = CommandText.RequireMailbox(value); }

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Mailbox(Mailbox);
}
