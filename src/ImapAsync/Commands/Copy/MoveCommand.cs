using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// MOVE: moves messages named by sequence number to another mailbox, with their flags and dates (RFC 9051 §6.4.8,
/// RFC 6851). Each is moved or left alone, also where the command fails halfway.
/// </summary>
public sealed record MoveCommand : ImapCommand<CopyResult>
{
    /// <summary>Makes the command.</summary>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="mailbox">The mailbox to move to; it must exist.</param>
    /// <exception cref="ArgumentException">The mailbox name is empty.</exception>
    public MoveCommand(SequenceSet numbers, MailboxName mailbox)
        : base("MOVE")
    {
        Numbers = numbers;
        Mailbox = CommandText.RequireMailbox(mailbox);
    }

    /// <summary>The messages.</summary>
    public SequenceSet Numbers { get; }

    /// <summary>The mailbox to move to.</summary>
    public MailboxName Mailbox { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => "MOVE";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits =>
        CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Set(Numbers).Mailbox(Mailbox);

    /// <inheritdoc/>
    protected internal override ResponseCollector<CopyResult> CreateCollector() => new CopyCollector(expunges: true);
}
