using System.Security.Cryptography;

namespace ImapAsync.Testing;

/// <summary>The octets of a message, shared by its copies.</summary>
internal sealed class MessageContent(ReadOnlyMemory<byte> octets)
{
    public ReadOnlyMemory<byte> Octets { get; } = octets;

    /// <summary>
    /// The identifier shared by the copies of a message, and by no other message (EMAILID, RFC 8474 §5.1).
    /// </summary>
    public string EmailId => field ??= "E" + Convert.ToHexStringLower(SHA256.HashData(Octets.Span)[..12]);

    /// <summary>The message, parsed on first access.</summary>
    public MimeEntity Mime => field ??= MimeEntity.Parse(Octets);
}
