using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The common part of COPY and MOVE, by sequence number and by UID.</summary>
/// <typeparam name="TSet"><see cref="UidSet"/> or <see cref="SequenceSet"/>.</typeparam>
public abstract record TransferCommand<TSet> : MailboxCommand<CopyResult>
    where TSet : class, IMessageSet<TSet>
{
    private readonly bool _moves;

    private protected TransferCommand(string name, TSet messages, MailboxName mailbox, bool moves)
        : base(name, mailbox) => (Messages, _moves) = (messages, moves);

    /// <summary>The messages.</summary>
    public TSet Messages { get; init; }

    /// <inheritdoc/>
    protected internal sealed override string DefinedBy => _moves ? "MOVE" : EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal sealed override CommandTraits Traits => Messages is UidSet
        ? CommandTraits.NeedsSelection
        : CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers;

    /// <inheritdoc/>
    protected internal sealed override void WriteArguments(CommandEncoder encoder) =>
        encoder.Set(Messages.Numbers).Mailbox(Mailbox);

    /// <inheritdoc/>
    protected internal sealed override ResponseCollector<CopyResult> CreateCollector() =>
        new CopyCollector(_moves, Messages as UidSet);
}
