using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Sets the limits of a quota root (SETQUOTA, RFC 9208 §4.1.3). Resources that are not named are no longer limited. The
/// value is the resulting quota; null if the server did not report it.
/// </summary>
/// <param name="Root">The quota root's name; may be empty.</param>
/// <param name="Limits">The limits; an empty list removes all limits.</param>
public sealed record SetQuotaCommand(string Root, params IReadOnlyList<QuotaLimit> Limits)
    : ImapCommand<Quota?>("SETQUOTA")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Quota;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => $"SETQUOTA \"{Root}\"";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        encoder.AString(Root).BeginList();
        foreach (QuotaLimit limit in Limits)
            encoder.Atom(limit.Resource).Number(limit.Limit);
        encoder.EndList();
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<Quota?> CreateCollector() => new Collector(Root);

    private sealed class Collector(string root) : NamedAnswerCollector<Quota?>
    {
        private Quota? _quota;

        protected override string ResponseName => "QUOTA";

        protected override string Asked => root;

        // RFC 9208 §4.1.3 does not require one.
        protected override bool MayBeSilent => true;

        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            ImapTokenReader reader = response.Arguments;
            if (response.Kind != ResponseKind.Quota
                || !NamedToken.TryReadQuotaRoot(ref reader, root, response.IsForExactMatch))
            {
                return false;
            }

            Quota told = QuotaParser.Parse(ref reader, root, out Damage damage);
            _quota = _quota?.With(told) ?? told;
            return Answered(damage);
        }

        protected internal override Quota? Complete(ResponseCode? code) => _quota;
    }
}
