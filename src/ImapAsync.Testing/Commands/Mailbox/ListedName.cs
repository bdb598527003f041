namespace ImapAsync.Testing;

/// <summary>A name that LIST shows.</summary>
/// <param name="Name">The name as the user has it.</param>
/// <param name="Mailbox">The mailbox; null where only a subscription is left.</param>
/// <param name="IsSubscribed">Whether the user subscribed to it.</param>
/// <param name="HasChildren">Whether there are mailboxes below it.</param>
internal sealed record ListedName(string Name, Mailbox? Mailbox, bool IsSubscribed, bool HasChildren)
{
    /// <summary>Whether something below it was selected, which RECURSIVEMATCH asks for.</summary>
    public bool ChildInfo { get; init; }
}
