using System.Security.Cryptography;
using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding, which is a separate mechanism that is not offered.
/// </summary>
internal sealed class ScramServer(ImapTestServerOptions options, int connection) : SaslServer
{
    private const int Iterations = 4096;
    private static readonly HashAlgorithmName Hash = HashAlgorithmName.SHA256;

    private string _header = "";
    private string _firstMessages = "";
    private string _nonce = "";
    private UserAccount? _user;
    private string? _authorizationId;
    private bool _isProven;

    public override SaslStep Next(MailStore store, byte[] response)
    {
        if (_isProven)
            return SaslStep.Done(_user, _authorizationId);
        string message = Encoding.UTF8.GetString(response);
        return _nonce.Length == 0 ? First(store, message) : Final(message);
    }

    private SaslStep First(MailStore store, string message)
    {
        string[] parts = message.Split(',');
        if (parts.Length < 4 || parts[0] is not ("n" or "y") || !parts[2].StartsWith("n=", StringComparison.Ordinal)
            || !parts[3].StartsWith("r=", StringComparison.Ordinal))
        {
            return SaslStep.Failed;
        }

        _header = $"{parts[0]},{parts[1]},";
        _authorizationId = parts[1].StartsWith("a=", StringComparison.Ordinal) ? Unescape(parts[1][2..]) : null;
        _user = store.FindUser(Unescape(parts[2][2..]));
        _nonce = parts[3][2..] + Convert.ToHexString(Derive("nonce", 12));
        string serverFirst = $"r={_nonce},s={Convert.ToBase64String(Salt())},i={Iterations}";
        _firstMessages = $"{message[_header.Length..]},{serverFirst}";
        return SaslStep.Challenge(serverFirst);
    }

    private SaslStep Final(string message)
    {
        int proofAt = message.LastIndexOf(",p=", StringComparison.Ordinal);
        if (proofAt < 0 || _user is null)
            return SaslStep.Failed;
        string withoutProof = message[..proofAt];
        string expected = $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(_header))},r={_nonce}";
        byte[] proof = new byte[64];
        if (withoutProof != expected || !Convert.TryFromBase64String(message[(proofAt + 3)..], proof, out int length))
            return SaslStep.Failed;

        byte[] salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(_user.Password), Salt(), Iterations, Hash, 32);
        byte[] authMessage = Encoding.UTF8.GetBytes($"{_firstMessages},{withoutProof}");
        if (!IsProof(salted, authMessage, proof.AsSpan(0, length)))
            return SaslStep.Failed;
        _isProven = true;
        byte[] serverKey = CryptographicOperations.HmacData(Hash, salted, "Server Key"u8);
        return SaslStep.Challenge(
            $"v={Convert.ToBase64String(CryptographicOperations.HmacData(Hash, serverKey, authMessage))}");
    }

    // H(ClientProof XOR ClientSignature) must be the stored key.
    private static bool IsProof(byte[] salted, byte[] authMessage, ReadOnlySpan<byte> proof)
    {
        byte[] storedKey =
            CryptographicOperations.HashData(Hash, CryptographicOperations.HmacData(Hash, salted, "Client Key"u8));
        byte[] clientKey = CryptographicOperations.HmacData(Hash, storedKey, authMessage);
        if (proof.Length != clientKey.Length)
            return false;
        for (int i = 0; i < clientKey.Length; i++)
            clientKey[i] ^= proof[i];
        return CryptographicOperations.FixedTimeEquals(CryptographicOperations.HashData(Hash, clientKey), storedKey);
    }

    // Derived from the seed, so that a run can be repeated octet by octet; a test server keeps no secrets.
    private byte[] Salt() => Derive("salt " + _user?.Name, 16);

    private byte[] Derive(string what, int length) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes($"{options.Seed} {(what == "nonce" ? connection : 0)} {what}"))[..length];

    private static string Unescape(string name) =>
        name.Replace("=2C", ",", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
}
