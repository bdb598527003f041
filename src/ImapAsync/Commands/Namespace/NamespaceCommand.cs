using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Gets the server's namespaces (NAMESPACE, RFC 9051 §6.3.10, RFC 2342).</summary>
public sealed record NamespaceCommand() : ImapCommand<Namespaces>("NAMESPACE")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Namespace;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "NAMESPACE";

    /// <inheritdoc/>
    protected internal override ResponseCollector<Namespaces> CreateCollector() => new Collector();

    private sealed class Collector : NamedAnswerCollector<Namespaces>
    {
        private Namespaces _namespaces = new([], [], []);

        protected override string ResponseName => "NAMESPACE";

        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (response.Kind != ResponseKind.Namespace)
                return false;
            ImapTokenReader reader = response.Arguments;
            RequireFirst(response);
            _namespaces = NamespaceParser.Parse(ref reader, out Damage damage);
            return AnsweredOnce(response, damage);
        }

        protected internal override Namespaces Complete(ResponseCode? code) => _namespaces;
    }
}
