using System.Net.Security;
using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Exchanges tokens until the context is established; with GSSAPI, then chooses no security layer (RFC 4752 §3.1).
/// </summary>
internal sealed class NegotiateExchange : SaslExchange
{
    private const byte NoSecurityLayer = 1;

    private readonly IGssSession _session;
    private readonly bool _choosesLayer;
    private readonly string? _authorizationId;
    private bool _hasSentLast;
    private bool _hasChosenLayer;

    public NegotiateExchange(string mechanism, IGssSession session, bool choosesLayer, string? authorizationId)
        : base(mechanism)
    {
        _session = session;
        _choosesLayer = choosesLayer;
        _authorizationId = authorizationId;
        try
        {
            InitialResponse = NextToken([]);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    protected override ValueTask<byte[]?> AnswerAsync(
        ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
    {
        if (!_hasSentLast)
            return new(NextToken(challenge.Span));
        if (!_choosesLayer || _hasChosenLayer)
            throw Failure("the server continued after the last token");
        return new(ChooseLayer(challenge.Span));
    }

    protected override void VerifyAccepted()
    {
        if (_choosesLayer ? !_hasChosenLayer : !_session.IsEstablished)
            throw Failure("the server answered OK before the security context was established; it may be an impostor");
    }

    protected override void Dispose(bool disposing)
    {
        _session.Dispose();
        base.Dispose(disposing);
    }

    private byte[] NextToken(ReadOnlySpan<byte> token)
    {
        byte[]? next;
        NegotiateAuthenticationStatusCode status;
        try
        {
            next = _session.Next(token, out status);
        }
        catch (Exception e)
            when (e is PlatformNotSupportedException or TypeInitializationException or TypeLoadException)
        {
            throw Failure("this machine has no GSSAPI library (on Debian and Ubuntu: libgssapi-krb5-2)", e);
        }

        if (status is not (NegotiateAuthenticationStatusCode.Completed
            or NegotiateAuthenticationStatusCode.ContinueNeeded))
        {
            throw Failure($"the operating system's security package reported {status}{Advice(status)}");
        }

        _hasSentLast = status == NegotiateAuthenticationStatusCode.Completed;
        return next ?? [];
    }

    private byte[] ChooseLayer(ReadOnlySpan<byte> challenge)
    {
        if (_session.Unwrap(challenge) is not { } offer)
            throw Failure("the server's offer of security layers was not signed by it (RFC 4752 §3.1)");
        if (offer.Length != 4)
        {
            throw Failure(
                $"the server's offer of security layers has {offer.Length} bytes rather than 4 (RFC 4752 §3.1)");
        }

        if ((offer[0] & NoSecurityLayer) == 0)
        {
            throw Failure(
                "the server insists on a SASL security layer (RFC 4752 §3.3); use TLS, and configure the server to "
                + "accept that");
        }

        byte[] choice = [NoSecurityLayer, 0, 0, 0, .. Encoding.UTF8.GetBytes(_authorizationId ?? "")];
        byte[] wrapped = _session.Wrap(choice)
            ?? throw Failure("the choice of no security layer could not be signed (RFC 4752 §3.1)");
        _hasChosenLayer = true;
        return wrapped;
    }

    private static string Advice(NegotiateAuthenticationStatusCode status) => status switch
    {
        NegotiateAuthenticationStatusCode.UnknownCredentials or NegotiateAuthenticationStatusCode.CredentialsExpired
            => ": get a ticket first (kinit), or supply a name and password that the realm knows",
        NegotiateAuthenticationStatusCode.Unsupported
            => ": this machine has no such package (for NTLM outside Windows: gss-ntlmssp, "
                + "or the switch System.Net.Security.UseManagedNtlm)",
        NegotiateAuthenticationStatusCode.TargetUnknown =>
            ": there is no such service in the realm; see the target name",
        _ => "",
    };
}
