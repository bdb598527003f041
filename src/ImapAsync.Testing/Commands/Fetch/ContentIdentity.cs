using System.Security.Cryptography;

namespace ImapAsync.Testing;

/// <summary>What the copies of a message have in common (EMAILID, RFC 8474 §5.1).</summary>
internal static class ContentIdentity
{
    public static string Of(MessageContent content) => Convert.ToHexStringLower(SHA256.HashData(content.Octets.Span)[..12]);
}
