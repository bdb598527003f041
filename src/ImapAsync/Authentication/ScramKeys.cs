using System.Security.Cryptography;
using System.Text;

namespace ImapAsync;

/// <summary>The keys derived from a password, a salt and an iteration count (RFC 5802 §3).</summary>
internal sealed class ScramKeys
{
    // Below this count, deriving takes a few milliseconds at most, which does not justify another thread.
    private const int InlineIterations = 16_384;

    private readonly HashAlgorithmName _hash;
    private readonly byte[] _salt;
    private readonly int _iterations;
    private readonly byte[] _clientKey;
    private readonly byte[] _serverKey;

    private ScramKeys(HashAlgorithmName hash, string password, byte[] salt, int iterations)
    {
        _hash = hash;
        _salt = salt;
        _iterations = iterations;

        byte[] secret = Encoding.UTF8.GetBytes(password);
        byte[] salted = Rfc2898DeriveBytes.Pbkdf2(
            secret, salt, iterations, hash, CryptographicOperations.HashData(hash, []).Length);
        _clientKey = CryptographicOperations.HmacData(hash, salted, "Client Key"u8);
        _serverKey = CryptographicOperations.HmacData(hash, salted, "Server Key"u8);
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(salted);
    }

    public static async ValueTask<ScramKeys> DeriveAsync(
        HashAlgorithmName hash, string password, byte[] salt, int iterations, CancellationToken cancellationToken)
    {
        if (iterations <= InlineIterations)
            return new ScramKeys(hash, password, salt, iterations);
        Task<ScramKeys> derivation =
            Task.Run(() => new ScramKeys(hash, password, salt, iterations), CancellationToken.None);
        return await derivation.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public bool AreFor(byte[] salt, int iterations) => _iterations == iterations && _salt.AsSpan().SequenceEqual(salt);

    /// <summary>ClientProof := ClientKey XOR HMAC(H(ClientKey), AuthMessage).</summary>
    public byte[] ClientProof(ReadOnlySpan<byte> authMessage)
    {
        byte[] storedKey = CryptographicOperations.HashData(_hash, _clientKey);
        byte[] proof = CryptographicOperations.HmacData(_hash, storedKey, authMessage);
        for (int i = 0; i < proof.Length; i++)
            proof[i] ^= _clientKey[i];
        return proof;
    }

    /// <summary>ServerSignature := HMAC(ServerKey, AuthMessage).</summary>
    public byte[] ServerSignature(ReadOnlySpan<byte> authMessage) =>
        CryptographicOperations.HmacData(_hash, _serverKey, authMessage);
}
