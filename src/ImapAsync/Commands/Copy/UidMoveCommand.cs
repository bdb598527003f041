using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// UID MOVE: moves messages named by UID to another mailbox, with their flags and dates (MOVE, RFC 9051 §6.4.8,
/// RFC 6851). Each is moved or left alone, also where the command fails halfway.
/// </summary>
public sealed record UidMoveCommand : ImapCommand<CopyResult>
{
    /// <summary>Makes the command.</summary>
    /// <param name="uids">The messages; those that do not exist are passed over.</param>
    /// <param name="mailbox">The mailbox to move to; it must exist.</param>
    /// <exception cref="ArgumentException">The mailbox name is empty.</exception>
    public UidMoveCommand(UidSet uids, MailboxName mailbox)
        : base("UID MOVE")
    {
        Uids = uids;
        Mailbox = CommandText.RequireMailbox(mailbox);
    }

    /// <summary>The messages.</summary>
    public UidSet Uids { get; }

    /// <summary>The mailbox to move to.</summary>
    public MailboxName Mailbox { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => "MOVE";

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Set(Uids).Mailbox(Mailbox);

    /// <inheritdoc/>
    protected internal override ResponseCollector<CopyResult> CreateCollector() =>
        new CopyCollector(expunges: true, Uids);
}
