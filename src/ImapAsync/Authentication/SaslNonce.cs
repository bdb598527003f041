using System.Security.Cryptography;

namespace ImapAsync;

/// <summary>A nonce: 192 random bits in base64, which has no character that a mechanism would have to quote.</summary>
internal static class SaslNonce
{
    public static string Make() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
}
