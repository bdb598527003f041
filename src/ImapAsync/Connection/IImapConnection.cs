namespace ImapAsync;

/// <summary>
/// A connection to a server, as code under test sees it: <see cref="ImapConnection"/>, or a substitute. Thread-safe.
/// The commands themselves are extension methods of <see cref="IImapSession"/>: <c>ListAsync</c>, <c>StatusAsync</c>,
/// <c>AppendAsync</c>, …
/// </summary>
public interface IImapConnection : IImapSession, IAsyncDisposable
{
    /// <inheritdoc cref="ImapConnection.Tls"/>
    TlsInfo? Tls { get; }

    /// <inheritdoc cref="ImapConnection.State"/>
    ImapConnectionState State { get; }

    /// <inheritdoc cref="ImapConnection.Enabled"/>
    ImapCapabilities Enabled { get; }

    /// <inheritdoc cref="ImapConnection.ProtocolVersion"/>
    ImapProtocolVersion ProtocolVersion { get; }

    /// <inheritdoc cref="ImapConnection.SelectAsync(MailboxName, CancellationToken)"/>
    Task<IImapMailbox> SelectAsync(MailboxName mailbox, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ImapConnection.SelectAsync(SelectCommand, CancellationToken)"/>
    Task<IImapMailbox> SelectAsync(SelectCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ImapConnection.ExamineAsync"/>
    Task<IImapMailbox> ExamineAsync(MailboxName mailbox, CancellationToken cancellationToken = default);
}
