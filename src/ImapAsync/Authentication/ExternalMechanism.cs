using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// EXTERNAL (RFC 4422 appendix A): the client's identity was proven outside SASL, by its TLS certificate or its socket.
/// </summary>
internal sealed class ExternalMechanism(string? authorizationId) : SaslMechanism("EXTERNAL")
{
    private readonly string? _authorizationId = SaslText.Optional(authorizationId, nameof(authorizationId));

    public override bool SendsSecretInClear => false;

    protected internal override ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
        => new(new SingleMessageExchange(Name, Encoding.UTF8.GetBytes(_authorizationId ?? "")));
}
