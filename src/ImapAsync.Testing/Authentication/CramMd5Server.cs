using System.Security.Cryptography;
using System.Text;

namespace ImapAsync.Testing;

/// <summary>CRAM-MD5 (RFC 2195).</summary>
internal sealed class CramMd5Server(ImapTestServerOptions options, int connection) : SaslServer
{
    private readonly string _challenge =
        $"<{options.Seed}.{connection}.{options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds()}@localhost>";
    private bool _hasAsked;

    public override bool SpeaksFirst => true;

    public override SaslStep Next(MailStore store, byte[] response)
    {
        if (!_hasAsked)
        {
            _hasAsked = true;
            return SaslStep.Challenge(_challenge);
        }

        string text = Encoding.UTF8.GetString(response);
        int space = text.LastIndexOf(' ');
        UserAccount? user = space < 0 ? null : store.FindUser(text[..space]);
        return user is not null && Digest(user.Password).Equals(text[(space + 1)..], StringComparison.OrdinalIgnoreCase)
            ? SaslStep.Done(user)
            : SaslStep.Failed;
    }

    private string Digest(string password) =>
        Convert.ToHexStringLower(
            CryptographicOperations.HmacData(
                HashAlgorithmName.MD5, Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(_challenge)));
}
