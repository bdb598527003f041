using System.Security.Cryptography;
using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>CRAM-MD5 (RFC 2195 §2): <c>user SP HMAC-MD5(password, challenge)</c>, in lower-case hexadecimal.</summary>
internal sealed class CramMd5Mechanism(string userName, string password) : SaslMechanism("CRAM-MD5")
{
    private readonly string _userName = SaslText.Require(userName, nameof(userName));
    private readonly string _password = SaslText.Require(password, nameof(password));

    public override bool SendsSecretInClear => false;

    protected internal override ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
        => new(new CramMd5Exchange(Name, _userName, _password));

    private sealed class CramMd5Exchange(string mechanism, string userName, string password) : SaslExchange(mechanism)
    {
        private bool _answered;

        protected override ValueTask<byte[]?> AnswerAsync(
            ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
        {
            if (_answered)
                throw Failure("the server asked for a second digest");
            if (challenge.IsEmpty)
                throw Failure("the server's challenge is empty, so the digest could be replayed");
            _answered = true;

            byte[] key = Encoding.UTF8.GetBytes(password);
            string digest =
                Convert.ToHexStringLower(CryptographicOperations.HmacData(HashAlgorithmName.MD5, key, challenge.Span));
            CryptographicOperations.ZeroMemory(key);
            return new(Encoding.UTF8.GetBytes($"{userName} {digest}"));
        }
    }
}
