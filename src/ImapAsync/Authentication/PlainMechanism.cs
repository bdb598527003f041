using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>RFC 4616 §2: <c>message = [authzid] NUL authcid NUL passwd</c>.</summary>
internal sealed class PlainMechanism : SaslMechanism
{
    private readonly string _userName;
    private readonly string _password;
    private readonly string? _authorizationId;

    public PlainMechanism(string userName, string password, string? authorizationId)
        : base("PLAIN")
    {
        _userName = SaslText.Require(userName, nameof(userName));
        _password = SaslText.Require(password, nameof(password));
        _authorizationId = SaslText.Optional(authorizationId, nameof(authorizationId));
    }

    public override bool SendsSecretInClear => true;

    protected internal override ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
        => new(
            new SingleMessageExchange(Name, Encoding.UTF8.GetBytes($"{_authorizationId}\0{_userName}\0{_password}")));
}
