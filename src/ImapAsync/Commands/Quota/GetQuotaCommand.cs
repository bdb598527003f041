using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Gets the limits and usage of a quota root (GETQUOTA, RFC 9208 §4.1.1).</summary>
/// <param name="Root">The quota root's name, as returned by <see cref="GetQuotaRootCommand"/>; may be empty.</param>
public sealed record GetQuotaCommand(string Root) : ImapCommand<Quota>("GETQUOTA")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Quota;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => $"GETQUOTA \"{Root}\"";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.AString(Root);

    /// <inheritdoc/>
    protected internal override ResponseCollector<Quota> CreateCollector() => new Collector(Root);

    private sealed class Collector(string root) : NamedAnswerCollector<Quota>
    {
        private Quota _quota = new(root, []);

        protected override string ResponseName => "QUOTA";

        protected override string Asked => root;

        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            ImapTokenReader reader = response.Arguments;
            if (response.Kind != ResponseKind.Quota
                || !NamedToken.TryReadQuotaRoot(ref reader, root, response.IsForExactMatch))
            {
                return false;
            }

            _quota = _quota.With(QuotaParser.Parse(ref reader, root, out Damage damage));
            return Answered(damage);
        }

        protected internal override Quota Complete(ResponseCode? code) => _quota;
    }
}
