using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Selects a mailbox for reading and writing (SELECT, RFC 9051 §6.3.2). A previously selected mailbox is left, even if
/// the command is refused. <c>SelectAsync</c> of a connection sends it and keeps its result up to date.
/// </summary>
public record SelectCommand : MailboxCommand<SelectResult>
{
    private readonly bool _isReadOnly;

    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public SelectCommand(MailboxName mailbox)
        : this("SELECT", mailbox, isReadOnly: false)
    {
    }

    private protected SelectCommand(string name, MailboxName mailbox, bool isReadOnly)
        : base(name, mailbox) => _isReadOnly = isReadOnly;

    /// <summary>Whether the server should report mod-sequences from now on (CONDSTORE, RFC 7162 §3.1.8).</summary>
    /// <value>Default: false.</value>
    public bool CondStore { get; init; }

    /// <summary>The client's knowledge of the mailbox, so that the server reports what changed since.</summary>
    /// <value>Default: null.</value>
    public QResyncParameters? QResync { get; init; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits =>
        CommandTraits.WaitsForEarlier | CommandTraits.EndsSelection | CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        SelectParameterTokens.Write(encoder.Mailbox(Mailbox), CondStore, QResync);

    /// <inheritdoc/>
    protected internal override ResponseCollector<SelectResult> CreateCollector() =>
        new SelectCollector(Mailbox, _isReadOnly, QResync is not null);
}
