using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Selects a mailbox for reading alone (EXAMINE, RFC 9051 §6.3.3): nothing in it can be changed, and no message loses <c>\Recent</c>.
/// Whatever was selected before is left, even when the command is refused.
/// </summary>
public sealed record ExamineCommand : ImapCommand<SelectResult>
{
    /// <summary>Makes the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public ExamineCommand(MailboxName mailbox)
        : base("EXAMINE") => Mailbox = CommandText.RequireMailbox(mailbox);

    /// <summary>The mailbox.</summary>
    public MailboxName Mailbox { get; }

    /// <inheritdoc cref="SelectCommand.CondStore"/>
    public bool CondStore { get; init; }

    /// <inheritdoc cref="SelectCommand.QResync"/>
    public QResyncParameters? QResync { get; init; }

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.WaitsForEarlier | CommandTraits.EndsSelection | CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => SelectParameterTokens.Write(encoder.Mailbox(Mailbox), CondStore, QResync);

    /// <inheritdoc/>
    protected internal override ResponseCollector<SelectResult> CreateCollector() => new SelectCollector(Mailbox, isReadOnly: true, QResync is not null);
}
