using System.Net;
using System.Net.Security;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>GSSAPI (RFC 4752), GSS-SPNEGO and NTLM. The operating system creates their tokens.</summary>
internal sealed class NegotiateMechanism : SaslMechanism
{
    private readonly string _package;
    private readonly NetworkCredential? _credential;
    private readonly string? _authorizationId;
    private readonly string? _targetName;
    private readonly Func<NegotiateAuthenticationClientOptions, IGssSession> _open;

    public NegotiateMechanism(
        string name,
        string package,
        NetworkCredential? credential,
        string? targetName,
        string? authorizationId = null,
        Func<NegotiateAuthenticationClientOptions, IGssSession>? open = null)
        : base(name)
    {
        _package = package;
        _credential = credential;
        _targetName = SaslText.Optional(targetName, nameof(targetName));
        _authorizationId = SaslText.Optional(authorizationId, nameof(authorizationId));
        _open = open ?? (static options => new GssSession(options));
    }

    public override bool SendsSecretInClear => false;

    private bool HasSecurityLayer => _package == "Kerberos";

    protected internal override ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
    {
        if (_targetName is null && context.Host.Length == 0)
        {
            throw new ImapAuthenticationException(
                $"AUTHENTICATE {Name} was not sent: a ticket is for a host, and the connection has no host name. Set "
                + "the target name.",
                Name);
        }

        NegotiateAuthenticationClientOptions options = new()
        {
            Package = _package,
            Credential = _credential ?? CredentialCache.DefaultNetworkCredentials,
            TargetName = _targetName ?? $"{context.Service}/{context.Host}",

            // RFC 4752 §3.1: the choice of the security layer is itself signed.
            RequiredProtectionLevel = HasSecurityLayer ? ProtectionLevel.Sign : ProtectionLevel.None,
            RequireMutualAuthentication = HasSecurityLayer,
        };
        return new(new NegotiateExchange(Name, _open(options), HasSecurityLayer, _authorizationId));
    }
}
