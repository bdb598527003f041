namespace ImapAsync;

/// <summary>
/// One connection to a server. Thread-safe: any number of tasks may send commands at once; they are pipelined whenever
/// the protocol allows it and held back when it does not (RFC 9051 §5.5). The commands themselves are extension
/// methods: <c>LoginAsync</c>, <c>ListAsync</c>, <c>StatusAsync</c>, …
/// </summary>
public sealed class ImapConnection : IImapSender, ICapable, IAsyncDisposable
{
    private readonly ConnectionCore _core;

    internal ImapConnection(ConnectionCore core) => _core = core;

    /// <summary>What TLS negotiated: protocol, cipher suite and the server's certificate; null without TLS.</summary>
    public TlsInfo? Tls => _core.Transport.Tls;

    /// <summary>The state that the connection is in.</summary>
    public ImapConnectionState State => _core.Fault is null ? _core.Session.State : ImapConnectionState.Logout;

    /// <summary>What the server says it can do, as of its last word; empty while it has not said.</summary>
    public ImapCapabilities Capabilities => _core.Session.Capabilities ?? ImapCapabilities.Empty;

    /// <summary>What was switched on with ENABLE.</summary>
    public ImapCapabilities Enabled => _core.Session.Enabled;

    /// <summary>The newest version of the protocol that the server speaks.</summary>
    public ImapProtocolVersion ProtocolVersion => ImapProtocolVersions.Of(Capabilities);

    /// <summary>Connects to a server and reads its greeting: over TLS unless the endpoint says otherwise.</summary>
    /// <param name="endpoint">Where; a host name alone means TLS on port 993.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapConnectionException">
    /// The server could not be reached, did not greet, or its certificate was not accepted: the message says which.
    /// </exception>
    public static Task<ImapConnection> ConnectAsync(
        ImapEndpoint endpoint, CancellationToken cancellationToken = default) =>
        ConnectAsync(endpoint, options: null, cancellationToken);

    /// <summary>Connects to a server and reads its greeting: over TLS unless the endpoint says otherwise.</summary>
    /// <param name="endpoint">Where; a host name alone means TLS on port 993.</param>
    /// <param name="options">How the connection behaves.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapConnectionException">
    /// The server could not be reached, did not greet, or its certificate was not accepted: the message says which.
    /// </exception>
    public static Task<ImapConnection> ConnectAsync(
        ImapEndpoint endpoint, ImapConnectionOptions? options, CancellationToken cancellationToken = default) =>
        ConnectionOpener.OpenAsync(endpoint, options ?? ImapConnectionOptions.Default, cancellationToken);

    /// <summary>Begins IMAP on a transport of your own: any stream or pipe, a tunnel, a child process.</summary>
    /// <param name="transport">The transport; it belongs to the connection from here on.</param>
    /// <param name="options">How the connection behaves.</param>
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
        CommandChecks.Check(command, _core);
        return _core.SendAsync(command, mailbox: null, opens: null, cancellationToken);
    }

    /// <inheritdoc/>
    public ImapStream<TItem> StreamAsync<TItem>(
        ImapStreamCommand<TItem> command, CancellationToken cancellationToken = default)
    {
        CommandChecks.Check(command, _core);
        return new CommandStream<TItem>(_core, command, mailbox: null, cancellationToken);
    }

    /// <summary>
    /// Selects a mailbox for reading and writing (RFC 9051 §6.3.2) and waits for the server's answer.
    /// </summary>
    /// <param name="mailbox">The mailbox's name.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused: then no mailbox is selected.</exception>
    public Task<SelectedMailbox> SelectAsync(MailboxName mailbox, CancellationToken cancellationToken = default) =>
        SelectAsync(new SelectCommand(mailbox), cancellationToken);

    /// <summary>
    /// Selects a mailbox for reading alone (EXAMINE, RFC 9051 §6.3.3) and waits for the server's answer.
    /// </summary>
    /// <param name="mailbox">The mailbox's name.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused: then no mailbox is selected.</exception>
    public Task<SelectedMailbox> ExamineAsync(MailboxName mailbox, CancellationToken cancellationToken = default) =>
        SelectAsync(new ExamineCommand(mailbox), cancellationToken);

    /// <summary>Selects a mailbox and waits for the server's answer.</summary>
    /// <param name="command">The SELECT or EXAMINE, with its parameters.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused: then no mailbox is selected.</exception>
    public Task<SelectedMailbox> SelectAsync(SelectCommand command, CancellationToken cancellationToken = default) =>
        SelectAsync(command, new MailboxSelection(command), cancellationToken);

    /// <summary>
    /// Selects a mailbox without waiting for the answer: commands sent through the result by UID leave together with
    /// the SELECT, in one flight. Should the SELECT be refused they are refused too, and
    /// <see cref="SelectedMailbox.WhenSelected"/> tells why.
    /// </summary>
    /// <param name="command">The SELECT or EXAMINE, with its parameters.</param>
    public SelectedMailbox BeginSelect(SelectCommand command)
    {
        MailboxSelection selection = new(command);
        SendOperation<SelectResult> operation =
            new(command, _core.Flow) { Opens = selection, Probe = _core.Telemetry.Begin(command) };
        _core.Enqueue(operation);
        return new SelectedMailbox(_core, selection);
    }

    /// <summary>
    /// Takes the untagged responses and response codes of a name that came since the last call and that no command
    /// took: what <c>response</c> of Python's imaplib gives. An <c>ALERT</c> comes with its text.
    /// </summary>
    /// <param name="name">A response's or a code's name, such as <c>UIDVALIDITY</c>, in any case.</param>
    public IReadOnlyList<UntypedResponse> TakeResponses(string name) => _core.Kept.Take(name);

    /// <summary>Closes the connection, after a LOGOUT if it is in order. Never throws.</summary>
    public ValueTask DisposeAsync() => ConnectionCloser.CloseAsync(_core);

    /// <summary>Selects a mailbox that others may observe already.</summary>
    internal async Task<SelectedMailbox> SelectAsync(
        SelectCommand command, MailboxSelection selection, CancellationToken cancellationToken)
    {
        _ = (await _core.SendAsync(command, mailbox: null, selection, cancellationToken).ConfigureAwait(false)).Value;
        return new SelectedMailbox(_core, selection);
    }

    internal ConnectionCore Core => _core;
}
