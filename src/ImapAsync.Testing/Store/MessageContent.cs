namespace ImapAsync.Testing;

/// <summary>The octets of a message, which its copies share.</summary>
internal sealed class MessageContent(ReadOnlyMemory<byte> octets)
{
    public ReadOnlyMemory<byte> Octets { get; } = octets;

    /// <summary>The message taken apart, when somebody first asks.</summary>
    public MimeEntity Mime => field ??= MimeEntity.Parse(Octets);
}
