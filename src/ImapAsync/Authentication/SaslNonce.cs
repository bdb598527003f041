using System.Security.Cryptography;

namespace ImapAsync;

/// <summary>A nonce: 192 random bits in base64, none of whose characters needs quoting in any mechanism.</summary>
internal static class SaslNonce
{
    public static string Make() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
}
