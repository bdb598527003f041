using System.Security.Cryptography;
using System.Text;

namespace ImapAsync;

/// <summary>
/// The response and the proof expected from the server (RFC 2831 §2.1.2, §2.1.3), for <c>qop=auth</c>.
/// </summary>
internal sealed class DigestMd5Response
{
    private readonly byte[] _message;
    private readonly byte[] _expectedProof;

    public DigestMd5Response(DigestMd5Challenge challenge, DigestMd5Identity identity, string clientNonce, string uri)
    {
        string a1 = HashA1(challenge, identity, clientNonce);
        string proof = KeyedDigest(a1, challenge.Nonce, clientNonce, $"AUTHENTICATE:{uri}");
        _expectedProof = Encoding.ASCII.GetBytes(KeyedDigest(a1, challenge.Nonce, clientNonce, $":{uri}"));
        _message = Compose(challenge, identity, clientNonce, uri, proof);
    }

    public byte[] Message => _message;

    /// <summary>
    /// Compares the server's <c>rspauth</c> in constant time, which does not reveal where it differs.
    /// </summary>
    public bool IsProof(string value) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(value.ToLowerInvariant()), _expectedProof);

    // A1 = H( user ":" realm ":" passwd ) ":" nonce ":" cnonce [ ":" authzid ]
    private static string HashA1(DigestMd5Challenge challenge, DigestMd5Identity identity, string clientNonce)
    {
        using IncrementalHash md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(DigestMd5Identity.HashedBytes(identity.UserName, challenge.IsUtf8));
        md5.AppendData(":"u8);
        md5.AppendData(DigestMd5Identity.HashedBytes(identity.Realm, challenge.IsUtf8));
        md5.AppendData(":"u8);
        byte[] password = DigestMd5Identity.HashedBytes(identity.Password, challenge.IsUtf8);
        md5.AppendData(password);
        CryptographicOperations.ZeroMemory(password);
        md5.AppendData(md5.GetHashAndReset());
        md5.AppendData(Encoding.Latin1.GetBytes($":{challenge.Nonce}:{clientNonce}"));
        if (identity.AuthorizationId is not null)
            md5.AppendData(Encoding.UTF8.GetBytes($":{identity.AuthorizationId}"));
        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }

    // HEX( KD( HEX(H(A1)), nonce ":" nc ":" cnonce ":" qop ":" HEX(H(A2)) ) ) with KD(k, s) = H( k ":" s )
    private static string KeyedDigest(string a1, string nonce, string clientNonce, string a2)
    {
        string hashedA2 = Md5(Encoding.UTF8.GetBytes(a2));
        return Md5(Encoding.Latin1.GetBytes($"{a1}:{nonce}:00000001:{clientNonce}:auth:{hashedA2}"));
    }

    private static string Md5(byte[] data) =>
        Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, data));

    private static byte[] Compose(
        DigestMd5Challenge challenge, DigestMd5Identity identity, string clientNonce, string uri, string proof)
    {
        StringBuilder text = new(challenge.IsUtf8 ? "charset=utf-8," : "");
        text.Append("username=").Append(Quote(identity.UserName));
        if (challenge.Realms.Count > 0 || identity.Realm.Length > 0)
            text.Append(",realm=").Append(Quote(identity.Realm));
        text.Append(",nonce=").Append(Quote(challenge.Nonce))
            .Append(",nc=00000001,cnonce=").Append(Quote(clientNonce))
            .Append(",digest-uri=").Append(Quote(uri))
            .Append(",response=").Append(proof)
            .Append(",qop=auth");
        if (identity.AuthorizationId is not null)
            text.Append(",authzid=").Append(Quote(identity.AuthorizationId));
        return (challenge.IsUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetBytes(text.ToString());
    }

    private static string Quote(string value)
        => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
