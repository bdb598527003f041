using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// COPY: copies messages named by sequence number to another mailbox, with their flags and dates (RFC 9051 §6.4.7). All
/// of them or none.
/// </summary>
public sealed record CopyCommand : ImapCommand<CopyResult>
{
    /// <summary>Makes the command.</summary>
    /// <param name="numbers">The messages; each must exist.</param>
    /// <param name="mailbox">The mailbox to copy to; it must exist.</param>
    /// <exception cref="ArgumentException">The mailbox name is empty.</exception>
    public CopyCommand(SequenceSet numbers, MailboxName mailbox)
        : base("COPY")
    {
        Numbers = numbers;
        Mailbox = CommandText.RequireMailbox(mailbox);
    }

    /// <summary>The messages.</summary>
    public SequenceSet Numbers { get; }

    /// <summary>The mailbox to copy to.</summary>
    public MailboxName Mailbox { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits =>
        CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Set(Numbers).Mailbox(Mailbox);

    /// <inheritdoc/>
    protected internal override ResponseCollector<CopyResult> CreateCollector() => new CopyCollector(expunges: false);
}
