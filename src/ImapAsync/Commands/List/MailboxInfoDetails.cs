namespace ImapAsync;

/// <summary>Data that few mailboxes have, kept separately so that all others cost less.</summary>
internal sealed record MailboxInfoDetails
{
    public static MailboxInfoDetails None { get; } = new();

    public static IReadOnlyDictionary<string, ImapValue> NoExtendedData { get; } =
        new Dictionary<string, ImapValue>(StringComparer.OrdinalIgnoreCase);

    public ImapCommandException? StatusRefusal { get; init; }

    public Rights? Rights { get; init; }

    public MailboxMetadata? Metadata { get; init; }

    public MailboxName? OldName { get; init; }

    public IReadOnlyList<string> ChildInfo { get; init; } = [];

    public IReadOnlyDictionary<string, ImapValue> ExtendedData { get; init; } = NoExtendedData;
}
