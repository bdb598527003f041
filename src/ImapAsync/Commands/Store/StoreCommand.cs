using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The common part of <see cref="StoreCommand"/> and <see cref="UidStoreCommand"/>.</summary>
/// <typeparam name="TSet"><see cref="UidSet"/> or <see cref="SequenceSet"/>.</typeparam>
public abstract record StoreCommand<TSet> : ImapCommand<StoreResult<TSet>>
    where TSet : class, IMessageSet<TSet>
{
    private protected StoreCommand(string name, TSet messages, FlagOperation operation, FlagSet flags)
        : base(name) => (Messages, Operation, Flags) = (messages, operation, flags);

    /// <summary>The messages.</summary>
    public TSet Messages { get; init; }

    /// <summary>What to do with the flags.</summary>
    public FlagOperation Operation { get; init; }

    /// <summary>The flags.</summary>
    public FlagSet Flags { get; init; }

    /// <summary>Whether the server need not report the resulting flags.</summary>
    /// <value>Default: false.</value>
    public bool Silent { get; init; }

    /// <summary>
    /// Leaves messages with a higher mod-sequence unchanged (UNCHANGEDSINCE, CONDSTORE, RFC 7162 §3.1.3).
    /// </summary>
    /// <value>Default: null, no condition.</value>
    public ModSequence? UnchangedSince { get; init; }

    /// <inheritdoc/>
    protected internal sealed override string DefinedBy => EncodingOptions.Base;

    // Setting a flag twice is harmless. A condition on unchanged messages fails after the first time.
    /// <inheritdoc/>
    protected internal sealed override CommandTraits Traits =>
        CommandTraits.NeedsSelection
        | (UnchangedSince is null ? CommandTraits.Idempotent : CommandTraits.None)
        | (Messages is UidSet ? CommandTraits.None : CommandTraits.UsesSequenceNumbers | CommandTraits.ForbidsExpunge);

    /// <inheritdoc/>
    protected internal sealed override void WriteArguments(CommandEncoder encoder) =>
        StoreArguments.Write(encoder.Set(Messages.Numbers), Operation, Flags, Silent, UnchangedSince);

    /// <inheritdoc/>
    protected internal sealed override ResponseCollector<StoreResult<TSet>> CreateCollector() =>
        new StoreCollector<TSet>(Messages, Silent, UnchangedSince is not null);
}

/// <summary>
/// STORE: changes the flags of messages named by sequence number (RFC 9051 §6.4.6). <see cref="UidStoreCommand"/> is
/// safer if messages may be expunged.
/// </summary>
/// <param name="Messages">The messages; each must exist.</param>
/// <param name="Operation">What to do with the flags.</param>
/// <param name="Flags">The flags; empty only with <see cref="FlagOperation.Set"/>, which then removes all.</param>
public sealed record StoreCommand(SequenceSet Messages, FlagOperation Operation, FlagSet Flags)
    : StoreCommand<SequenceSet>("STORE", Messages, Operation, Flags);

/// <summary>UID STORE: changes the flags of messages named by UID (RFC 9051 §6.4.6, §6.4.9).</summary>
/// <param name="Messages">The messages; those that do not exist are ignored.</param>
/// <param name="Operation">What to do with the flags.</param>
/// <param name="Flags">The flags; empty only with <see cref="FlagOperation.Set"/>, which then removes all.</param>
public sealed record UidStoreCommand(UidSet Messages, FlagOperation Operation, FlagSet Flags)
    : StoreCommand<UidSet>("UID STORE", Messages, Operation, Flags);
