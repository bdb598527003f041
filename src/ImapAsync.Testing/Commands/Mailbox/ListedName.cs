namespace ImapAsync.Testing;

/// <summary>A name that LIST shows.</summary>
/// <param name="Name">The name as the user has it.</param>
/// <param name="Mailbox">
/// The mailbox; null where there is none: a subscription that is left, or a level above mailboxes.
/// </param>
/// <param name="IsSubscribed">Whether the user subscribed to it.</param>
/// <param name="HasChildren">Whether there are mailboxes below it.</param>
internal sealed record ListedName(string Name, Mailbox? Mailbox, bool IsSubscribed, bool HasChildren)
{
    /// <summary>
    /// Whether something below it was selected that is not shown itself, which RECURSIVEMATCH asks for: by what, such
    /// as SUBSCRIBED.
    /// </summary>
    public IReadOnlyList<string> ChildInfo { get; init; } = [];
}
