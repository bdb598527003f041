using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Polls for updates with NOOP, and returns how many messages of the selected mailbox no session had seen before
/// (RECENT, RFC 3501 §7.3.2). The value is null if the server did not say: then nothing has changed since it last did.
/// IMAP4rev2 does not have RECENT.
/// </summary>
public sealed record RecentCommand() : ImapCommand<long?>("NOOP")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection | CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override ResponseCollector<long?> CreateCollector() => new Collector();

    private sealed class Collector : ResponseCollector<long?>
    {
        private long? _recent;

        // The selected mailbox must see it too.
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (response.Kind == ResponseKind.Recent)
                _recent = response.Number;
            return false;
        }

        protected internal override long? Complete(ResponseCode? code) => _recent;
    }
}
