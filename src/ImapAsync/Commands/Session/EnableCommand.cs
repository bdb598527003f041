using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Enables extensions that change what the server sends unsolicited (ENABLE, RFC 9051 §6.3.1, RFC 5161). The value is
/// what was enabled. The server ignores what it does not know.
/// </summary>
public sealed record EnableCommand : ImapCommand<ImapCapabilities>
{
    // These change how names and strings are written: assuming them wrongly would spoil every command that follows.
    private static readonly ImapCapabilities EncodingChanges =
        [Capability.Utf8Accept, Capability.Utf8Only, Capability.Imap4Rev2];

    /// <summary>Creates the command.</summary>
    /// <param name="capabilities">The capabilities to enable, such as <c>QRESYNC</c>; at least one.</param>
    /// <exception cref="ArgumentException">No capability is given.</exception>
    public EnableCommand(params IReadOnlyList<string> capabilities)
        : base("ENABLE")
    {
        if (capabilities.Count == 0)
            throw new ArgumentException("ENABLE needs a capability, such as QRESYNC.", nameof(capabilities));
        Capabilities = capabilities;
    }

    /// <summary>The capabilities to enable.</summary>
    public IReadOnlyList<string> Capabilities { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Enable;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits =>
        Capabilities.Any(EncodingChanges.Contains)
            ? CommandTraits.Exclusive | CommandTraits.Idempotent
            : CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "ENABLED";

    /// <inheritdoc/>
    protected internal override string Description => $"ENABLE {string.Join(' ', Capabilities)}";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        foreach (string capability in Capabilities)
            encoder.Atom(capability);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapCapabilities> CreateCollector() => new Collector(Capabilities);

    private sealed class Collector(IReadOnlyList<string> asked) : ResponseCollector<ImapCapabilities>
    {
        private ImapCapabilities? _enabled;

        // The connection must see it too.
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (response.Kind == ResponseKind.Enabled)
            {
                _enabled =
                [
                    .. _enabled ?? ImapCapabilities.Empty,
                    .. ImapCapabilities.FromServer(response.Arguments.Remaining)
                ];
            }

            return false;
        }

        // iCloud answers only OK and means all of it; others answer only OK and mean nothing, which does no harm except
        // for the encoding.
        protected internal override ImapCapabilities Complete(ResponseCode? code) =>
            _enabled ?? [.. asked.Where(static name => !EncodingChanges.Contains(name))];
    }
}
