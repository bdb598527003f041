using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Gets the server's capabilities (CAPABILITY, RFC 9051 §6.1.1).</summary>
public sealed record CapabilityCommand() : ImapCommand<ImapCapabilities>("CAPABILITY")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "CAPABILITY";

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapCapabilities> CreateCollector() => new Collector();

    private sealed class Collector : NamedAnswerCollector<ImapCapabilities>
    {
        private ImapCapabilities? _capabilities;

        protected override string ResponseName => "CAPABILITY";

        // The connection must see it too.
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (response.Code is { } code && code.IsWhole(ResponseCodes.Capability))
                _capabilities ??= CapabilityCache.Read(code.Arguments.Span);
            else if (response.Kind == ResponseKind.Capability)
                _capabilities = CapabilityCache.Read(response.Arguments.Remaining);
            IsAnswered = _capabilities is not null;
            return false;
        }

        internal override bool HasPart(ResponseCode? code) => IsAnswered;

        internal override MalformedResponse? FindMissing(ResponseCode? code) =>
            code?.IsWhole(ResponseCodes.Capability) == true ? null : base.FindMissing(code);

        protected internal override ImapCapabilities Complete(ResponseCode? code) =>
            _capabilities
            ?? (code is not null && code.IsWhole(ResponseCodes.Capability)
                ? CapabilityCache.Read(code.Arguments.Span)
                : ImapCapabilities.Empty);
    }
}
