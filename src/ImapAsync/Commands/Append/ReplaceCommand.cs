using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// REPLACE: puts a message into a mailbox and removes another, named by sequence number, from the selected one, in one
/// step (REPLACE, RFC 8508 §3.3).
/// </summary>
public sealed record ReplaceCommand : ImapCommand<AppendResult>
{
    /// <summary>Makes the command.</summary>
    /// <param name="number">The message that goes.</param>
    /// <param name="mailbox">
    /// The mailbox that the new message comes into: the selected one, or another that exists.
    /// </param>
    /// <param name="message">The new message.</param>
    /// <exception cref="ArgumentException">The mailbox name is empty.</exception>
    public ReplaceCommand(SequenceNumber number, MailboxName mailbox, AppendMessage message)
        : base("REPLACE")
    {
        ArgumentNullException.ThrowIfNull(message);
        Number = number;
        Mailbox = CommandText.RequireMailbox(mailbox);
        Message = message;
    }

    /// <summary>The message that goes.</summary>
    public SequenceNumber Number { get; }

    /// <summary>The mailbox that the new message comes into.</summary>
    public MailboxName Mailbox { get; }

    /// <summary>The new message.</summary>
    public AppendMessage Message { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => "REPLACE";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits =>
        CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        encoder.Set(Number).Mailbox(Mailbox);
        Message.Write(encoder);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<AppendResult> CreateCollector() =>
        new AppendCollector(expunges: true);
}
