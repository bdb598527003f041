using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// DIGEST-MD5 (RFC 2831) without a security layer. RFC 6331 made it historic, but it is still the best that some
/// servers offer.
/// </summary>
internal sealed class DigestMd5Mechanism(
    string userName, string password, string? authorizationId, string? realm, Func<string>? makeNonce = null)
    : SaslMechanism("DIGEST-MD5")
{
    private readonly string _userName = SaslText.Require(userName, nameof(userName));
    private readonly string _password = SaslText.Require(password, nameof(password));
    private readonly string? _authorizationId = SaslText.Optional(authorizationId, nameof(authorizationId));
    private readonly string? _realm = SaslText.Optional(realm, nameof(realm));
    private readonly Func<string> _makeNonce = makeNonce ?? SaslNonce.Make;

    public override bool SendsSecretInClear => false;

    protected internal override ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
    {
        if (context.Host.Length == 0)
        {
            throw new ImapAuthenticationException(
                "AUTHENTICATE DIGEST-MD5 was not sent: the server's host name is part of the digest, "
                + "and the connection has none.",
                Name);
        }

        return new(new DigestMd5Exchange(this, context));
    }

    private sealed class DigestMd5Exchange(DigestMd5Mechanism mechanism, SaslContext context)
        : SaslExchange(mechanism.Name)
    {
        private DigestMd5Response? _response;
        private bool _isProven;

        protected override ValueTask<byte[]?> AnswerAsync(
            ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
        {
            if (_response is null)
                return new(Respond(challenge.Span));
            if (_isProven)
                throw Failure("the server continued after its proof (RFC 2831 §2.1.3)");
            Verify(challenge.Span);
            return new([]);
        }

        protected override void VerifyAccepted()
        {
            if (!_isProven)
            {
                throw Failure(
                    "the server answered OK without proving that it knows the password (rspauth, RFC 2831 §2.1.3); it "
                    + "may be an impostor");
            }
        }

        private byte[] Respond(ReadOnlySpan<byte> bytes)
        {
            DigestMd5Challenge challenge =
                DigestMd5Challenge.Parse(bytes, out string? problem) ?? throw Failure(problem);
            string realm = ChooseRealm(challenge.Realms);
            DigestMd5Identity identity =
                new DigestMd5Identity(mechanism._userName, mechanism._password, mechanism._authorizationId, realm);
            if (!challenge.IsUtf8 && !identity.FitsLatin1)
            {
                throw Failure(
                    "the user name or the password has characters outside ISO 8859-1, and the server does not accept "
                    + "UTF-8");
            }

            _response = new(challenge, identity, mechanism._makeNonce(), $"{context.Service}/{context.Host}");
            return _response.Message;
        }

        private string ChooseRealm(List<string> offered)
        {
            if (mechanism._realm is not null)
                return mechanism._realm;
            if (offered.Count == 0)
                return "";
            return offered.Find(realm => realm.Equals(context.Host, StringComparison.OrdinalIgnoreCase)) ?? offered[0];
        }

        private void Verify(ReadOnlySpan<byte> bytes)
        {
            if (DigestDirectives.Parse(bytes)?.First("rspauth") is not { } proof)
                throw Failure("the server sent no proof that it knows the password (rspauth, RFC 2831 §2.1.3)");
            if (!_response!.IsProof(proof))
            {
                throw Failure(
                    "the server's proof that it knows the password (rspauth, RFC 2831 §2.1.3) is wrong; "
                    + "it may be an impostor");
            }

            _isProven = true;
        }
    }
}
