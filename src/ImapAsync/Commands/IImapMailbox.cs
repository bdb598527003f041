namespace ImapAsync;

/// <summary>
/// A selected mailbox. The commands on messages are extension methods of this interface: they are sent only while the
/// mailbox is still the selected one. Its counts and flags follow the server's responses, in wire order, whichever
/// command runs.
/// </summary>
public interface IImapMailbox : IImapSession
{
    /// <summary>The mailbox's name.</summary>
    MailboxName Name { get; }

    /// <summary>Whether this is still the connection's selected mailbox.</summary>
    bool IsCurrent { get; }

    /// <summary>Whether the mailbox was selected for reading only.</summary>
    bool IsReadOnly { get; }

    /// <summary>The number of messages that the server last reported.</summary>
    long Exists { get; }

    /// <summary>How many of them have \Recent; always 0 with IMAP4rev2.</summary>
    long Recent { get; }

    /// <summary>The flags defined in the mailbox.</summary>
    FlagSet Flags { get; }

    /// <summary>
    /// The value that must be unchanged for stored UIDs to be valid (RFC 9051 §2.3.1.1); null if the server sent none.
    /// </summary>
    UidValidity? UidValidity { get; }

    /// <summary>The answer to the SELECT; it does not change.</summary>
    /// <exception cref="InvalidOperationException">The server has not answered yet.</exception>
    SelectResult Selection { get; }

    /// <summary>
    /// Listens for updates of the mailbox, with IDLE (RFC 2177) or, if the server does not support it, by polling.
    /// Other commands may be sent meanwhile: they end the IDLE, run, and it begins again. Updates are collected from
    /// this call on, at most 100,000 of them, so enumerate the result; IDLE begins when the first update is awaited.
    /// </summary>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    IAsyncEnumerable<MailboxEvent> IdleAsync(CancellationToken cancellationToken = default);
}
