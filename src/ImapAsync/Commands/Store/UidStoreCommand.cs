using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>UID STORE: changes the flags of messages named by UID (RFC 9051 §6.4.6, §6.4.9).</summary>
/// <param name="Uids">The messages; those that do not exist are passed over.</param>
/// <param name="Operation">What to do with the flags.</param>
/// <param name="Flags">The flags; empty only with <see cref="FlagOperation.Set"/>, which then removes all.</param>
public sealed record UidStoreCommand(UidSet Uids, FlagOperation Operation, FlagSet Flags)
    : ImapCommand<StoreResult>("UID STORE")
{
    /// <summary>Whether the server need not tell the flags that result.</summary>
    /// <value>Default: false.</value>
    public bool Silent { get; init; }

    /// <summary>
    /// Leaves messages alone whose mod-sequence is higher than this (UNCHANGEDSINCE, CONDSTORE, RFC 7162 §3.1.3).
    /// </summary>
    /// <value>Default: null, no condition.</value>
    public ModSequence? UnchangedSince { get; init; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits =>
        CommandTraits.NeedsSelection | StoreArguments.Repeatable(UnchangedSince);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        StoreArguments.Write(encoder.Set(Uids), Operation, Flags, Silent, UnchangedSince);

    /// <inheritdoc/>
    protected internal override ResponseCollector<StoreResult> CreateCollector() =>
        new Collector(Uids, Silent, UnchangedSince is not null);

    private sealed class Collector(UidSet uids, bool silent, bool isConditional) : ResponseCollector<StoreResult>
    {
        // Most are told nothing: a silent one, and one whose messages had the flags already.
        private FlagUpdates? _updates;
        private ModifiedMessages? _modified;

        private FlagUpdates Updates => _updates ??= new FlagUpdates(new FetchTargets(uids, numbers: null), silent);

        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (!isConditional || response.Code?.Is("MODIFIED") != true)
                return response.Is("FETCH"u8) && Updates.TryTake(response);
            if (response.IsForExactMatch)
                return (_modified ??= new ModifiedMessages()).TryShare(response, uids);
            RequireReadable(response.Code);
            return true;
        }

        internal override bool HoldsBack(in UntaggedResponse response) =>
            response.Is("FETCH"u8) && Updates.HoldsBack(response);

        internal override void NumbersMoved() => _updates?.NumbersMoved();

        internal override string? ExpectedIn(ResponseCode code) =>
            code.Is("MODIFIED") ? (_modified ??= new ModifiedMessages()).Take(code) : null;

        // With MODIFIED only those that it names were left alone.
        internal override bool HasPart(ResponseCode? code) =>
            _updates?.IsAny == true || _modified?.IsAny == true || code?.Is("MODIFIED") == true;

        protected internal override StoreResult Complete(ResponseCode? code)
        {
            if (code is not null)
                ExpectedIn(code);
            return new() { Changed = _updates?.Changed ?? [], Modified = _modified?.BuildUids() ?? UidSet.Empty };
        }
    }
}
