namespace ImapAsync;

/// <summary>
/// A connection to a server. Thread-safe: any number of tasks may send commands at once; they are pipelined whenever
/// the protocol allows it and held back if it does not (RFC 9051 §5.5). The commands themselves are extension methods:
/// <c>LoginAsync</c>, <c>ListAsync</c>, <c>StatusAsync</c>, …
/// </summary>
public sealed class ImapConnection : IImapConnection
{
    private readonly ConnectionCore _core;

    internal ImapConnection(ConnectionCore core) => _core = core;

    /// <summary>
    /// The result of the TLS negotiation: protocol, cipher suite and the server's certificate; null without TLS.
    /// </summary>
    public TlsInfo? Tls => _core.Context.Transport.Tls;

    /// <summary>The state of the connection.</summary>
    public ImapConnectionState State => _core.End.Fault is null ? _core.Session.State : ImapConnectionState.Logout;

    /// <summary>The capabilities that the server last advertised; empty if it has not advertised any yet.</summary>
    public ImapCapabilities Capabilities => _core.Session.Capabilities ?? ImapCapabilities.Empty;

    /// <summary>The capabilities enabled with ENABLE.</summary>
    public ImapCapabilities Enabled => _core.Session.Enabled;

    /// <summary>The newest version of the protocol that the server supports.</summary>
    public ImapProtocolVersion ProtocolVersion => ImapProtocolVersions.Of(Capabilities);

    /// <summary>
    /// Connects to a server and reads its greeting, over TLS unless the endpoint specifies otherwise.
    /// </summary>
    /// <param name="endpoint">The server; a host name alone means TLS on port 993.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapConnectionException">
    /// The server could not be reached, did not greet, or its certificate was not accepted: the message says which.
    /// </exception>
    public static Task<ImapConnection> ConnectAsync(
        ImapEndpoint endpoint, CancellationToken cancellationToken = default) =>
        ConnectAsync(endpoint, options: null, cancellationToken);

    /// <summary>
    /// Connects to a server and reads its greeting, over TLS unless the endpoint specifies otherwise.
    /// </summary>
    /// <param name="endpoint">The server; a host name alone means TLS on port 993.</param>
    /// <param name="options">The settings of the connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapConnectionException">
    /// The server could not be reached, did not greet, or its certificate was not accepted: the message says which.
    /// </exception>
    public static Task<ImapConnection> ConnectAsync(
        ImapEndpoint endpoint, ImapConnectionOptions? options, CancellationToken cancellationToken = default) =>
        ConnectionOpener.OpenAsync(endpoint, options ?? ImapConnectionOptions.Default, cancellationToken);

    /// <summary>Starts IMAP on a caller-supplied transport: any stream or pipe, a tunnel, a child process.</summary>
    /// <param name="transport">The transport; owned by the connection from now on.</param>
    /// <param name="options">The settings of the connection.</param>
    /// <param name="host">The server's name, for certificates and for authentication.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public static Task<ImapConnection> ConnectAsync(
        IImapTransport transport, ImapConnectionOptions? options = null, string host = "localhost",
        CancellationToken cancellationToken = default) =>
        ConnectionOpener.GreetAsync(
            transport, options ?? ImapConnectionOptions.Default, host, port: 0, awaitsTls: false, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImapResult<T>> SendAsync<T>(ImapCommand<T> command, CancellationToken cancellationToken = default)
    {
        CommandChecks.Check(command, _core.Context, _core.Session);
        return _core.SendAsync(command, mailbox: null, opens: null, cancellationToken);
    }

    /// <inheritdoc/>
    public ImapItems<TItem> StreamAsync<TItem>(
        ImapStreamCommand<TItem> command, CancellationToken cancellationToken = default)
    {
        CommandChecks.Check(command, _core.Context, _core.Session);
        return new CommandStream<TItem>(
            _core.Commands, _core.Context.Telemetry, command, mailbox: null, cancellationToken);
    }

    /// <summary>
    /// Selects a mailbox for reading and writing (RFC 9051 §6.3.2) and waits for the server's answer.
    /// </summary>
    /// <param name="mailbox">The mailbox's name.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused; no mailbox is selected.</exception>
    public Task<SelectedMailbox> SelectAsync(MailboxName mailbox, CancellationToken cancellationToken = default) =>
        SelectAsync(new SelectCommand(mailbox), cancellationToken);

    /// <summary>
    /// Selects a mailbox for reading only (EXAMINE, RFC 9051 §6.3.3) and waits for the server's answer.
    /// </summary>
    /// <param name="mailbox">The mailbox's name.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused; no mailbox is selected.</exception>
    public Task<SelectedMailbox> ExamineAsync(MailboxName mailbox, CancellationToken cancellationToken = default) =>
        SelectAsync(new ExamineCommand(mailbox), cancellationToken);

    /// <summary>Selects a mailbox and waits for the server's answer.</summary>
    /// <param name="command">The SELECT or EXAMINE, with its parameters.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused; no mailbox is selected.</exception>
    public Task<SelectedMailbox> SelectAsync(SelectCommand command, CancellationToken cancellationToken = default) =>
        SelectAsync(command, new MailboxSelection(command), cancellationToken);

    /// <summary>
    /// Selects a mailbox without waiting for the answer: commands sent through the result by UID are sent together with
    /// the SELECT, in one flight. If the SELECT is refused, they are refused too, and
    /// <see cref="SelectedMailbox.WhenSelected"/> says why.
    /// </summary>
    /// <param name="command">The SELECT or EXAMINE, with its parameters.</param>
    public SelectedMailbox BeginSelect(SelectCommand command)
    {
        MailboxSelection selection = new(command);
        SendOperation<SelectResult> operation =
            new(command, _core.Commands.Flow) { Opens = selection, Probe = _core.Context.Telemetry.Begin(command) };
        _core.Commands.Enqueue(operation);
        return new SelectedMailbox(_core, selection);
    }

    /// <summary>
    /// Returns the untagged responses and response codes with this name that have arrived since the last call and that
    /// no command took, like <c>response</c> of Python's imaplib. An <c>ALERT</c> comes with its text.
    /// </summary>
    /// <param name="name">The name of a response or code, such as <c>UIDVALIDITY</c>, ignoring case.</param>
    public IReadOnlyList<UntypedResponse> TakeResponses(string name) => _core.Session.Kept.Take(name);

    /// <summary>Closes the connection, after a LOGOUT if it still works. Never throws.</summary>
    public ValueTask DisposeAsync() => ConnectionCloser.CloseAsync(_core);

    async Task<IImapMailbox> IImapConnection.SelectAsync(MailboxName mailbox, CancellationToken cancellationToken) =>
        await SelectAsync(mailbox, cancellationToken).ConfigureAwait(false);

    async Task<IImapMailbox> IImapConnection.SelectAsync(SelectCommand command, CancellationToken cancellationToken) =>
        await SelectAsync(command, cancellationToken).ConfigureAwait(false);

    async Task<IImapMailbox> IImapConnection.ExamineAsync(MailboxName mailbox, CancellationToken cancellationToken) =>
        await ExamineAsync(mailbox, cancellationToken).ConfigureAwait(false);

    /// <summary>Selects a mailbox that may already be observed.</summary>
    internal async Task<SelectedMailbox> SelectAsync(
        SelectCommand command, MailboxSelection selection, CancellationToken cancellationToken)
    {
        _ = (await _core.SendAsync(command, mailbox: null, selection, cancellationToken).ConfigureAwait(false)).Value;
        return new SelectedMailbox(_core, selection);
    }

    internal ConnectionCore Core => _core;
}
