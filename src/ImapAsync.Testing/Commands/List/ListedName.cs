namespace ImapAsync.Testing;

/// <summary>A name listed by LIST.</summary>
/// <param name="Name">The name as the user sees it.</param>
/// <param name="Mailbox">
/// The mailbox; null if there is none: a leftover subscription, or a level above mailboxes.
/// </param>
/// <param name="IsSubscribed">Whether the user subscribed to it.</param>
/// <param name="HasChildren">Whether there are mailboxes below it.</param>
internal sealed record ListedName(string Name, Mailbox? Mailbox, bool IsSubscribed, bool HasChildren)
{
    /// <summary>
    /// The criteria, such as SUBSCRIBED, by which something below the name was selected that is not listed itself, as
    /// requested with RECURSIVEMATCH.
    /// </summary>
    public IReadOnlyList<string> ChildInfo { get; init; } = [];
}
