using System.Security.Cryptography;

namespace ImapAsync.Testing;

/// <summary>The octets of a message, which its copies share.</summary>
internal sealed class MessageContent(ReadOnlyMemory<byte> octets)
{
    public ReadOnlyMemory<byte> Octets { get; } = octets;

    /// <summary>
    /// What the copies of a message have in common, and no other message has (EMAILID, RFC 8474 §5.1).
    /// </summary>
    public string EmailId => field ??= "E" + Convert.ToHexStringLower(SHA256.HashData(Octets.Span)[..12]);

    /// <summary>The message taken apart, when somebody first asks.</summary>
    public MimeEntity Mime => field ??= MimeEntity.Parse(Octets);
}
