namespace ImapAsync;

/// <summary>A namespace: a part of the server's mailboxes (RFC 9051 §6.3.10, RFC 2342).</summary>
/// <param name="Prefix">The prefix of the names of its mailboxes; may be empty.</param>
/// <param name="Delimiter">The separator between the levels of the hierarchy; null if there are no levels.</param>
public sealed record MailboxNamespace(MailboxName Prefix, char? Delimiter)
{
    /// <summary>
    /// Further data that the server sent about it, by name, such as <c>TRANSLATION</c> (RFC 5255 §3.4); usually empty.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extensions { get; init; } = NoExtensions;

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> NoExtensions { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The server's namespaces (NAMESPACE, RFC 9051 §6.3.10).</summary>
/// <param name="Personal">The user's own mailboxes.</param>
/// <param name="OtherUsers">Those of other users; empty if there are none.</param>
/// <param name="Shared">Shared ones; empty if there are none.</param>
public sealed record Namespaces(
    IReadOnlyList<MailboxNamespace> Personal, IReadOnlyList<MailboxNamespace> OtherUsers,
    IReadOnlyList<MailboxNamespace> Shared);
