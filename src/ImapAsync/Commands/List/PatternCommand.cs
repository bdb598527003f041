using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>What the older commands that list mailboxes share: LSUB, RLIST and RLSUB.</summary>
public abstract record PatternCommand : ImapCommand<IReadOnlyList<MailboxInfo>>
{
    private readonly string _answer;

    private protected PatternCommand(string name, string answer, MailboxName reference, string pattern)
        : base(name) => (_answer, Reference, Pattern) = (answer, reference, pattern);

    /// <summary>The prefix of the pattern; usually empty.</summary>
    public MailboxName Reference { get; init; }

    /// <summary>The pattern.</summary>
    public string Pattern { get; init; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.MailboxReferrals;

    /// <inheritdoc/>
    protected internal sealed override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal sealed override string OwnedResponse => _answer;

    /// <inheritdoc/>
    protected internal sealed override string Description => $"{Name} \"{Reference.Value}\" \"{Pattern}\"";

    /// <inheritdoc/>
    protected internal sealed override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Reference).MailboxPattern(Pattern);

    /// <inheritdoc/>
    protected internal sealed override ResponseCollector<IReadOnlyList<MailboxInfo>> CreateCollector() =>
        new MailboxListCollector(_answer) { Filter = ListNameFilter.For(Reference, Pattern) };
}
