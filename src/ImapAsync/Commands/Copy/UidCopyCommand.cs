using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// UID COPY: copies messages named by UID to another mailbox, with their flags and dates (RFC 9051 §6.4.7, §6.4.9). All
/// of them or none.
/// </summary>
public sealed record UidCopyCommand : ImapCommand<CopyResult>
{
    /// <summary>Makes the command.</summary>
    /// <param name="uids">The messages; those that do not exist are passed over.</param>
    /// <param name="mailbox">The mailbox to copy to; it must exist.</param>
    /// <exception cref="ArgumentException">The mailbox name is empty.</exception>
    public UidCopyCommand(UidSet uids, MailboxName mailbox)
        : base("UID COPY")
    {
        Uids = uids;
        Mailbox = CommandText.RequireMailbox(mailbox);
    }

    /// <summary>The messages.</summary>
    public UidSet Uids { get; }

    /// <summary>The mailbox to copy to.</summary>
    public MailboxName Mailbox { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Set(Uids).Mailbox(Mailbox);

    /// <inheritdoc/>
    protected internal override ResponseCollector<CopyResult> CreateCollector() =>
        new CopyCollector(expunges: false, Uids);
}
