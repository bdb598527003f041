using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Testing;

/// <summary>
/// An in-memory IMAP server for tests: IMAP4rev1 and IMAP4rev2 with their extensions. It listens on loopback unless
/// configured otherwise, or on no port at all, and persists nothing.
/// </summary>
/// <example>
/// <code>
/// await using ImapTestServer server = await ImapTestServer.StartAsync(o => o.AddUser("alice",
/// "secret").AddMailbox("Archive").AddMessages(100)); await using ImapConnection imap = await server.ConnectAsync();
/// await imap.LoginAsync("alice", "secret");
/// </code>
/// </example>
public sealed class ImapTestServer : IAsyncDisposable
{
    private readonly ImapTestServerOptions _options;
    private readonly ServerContext _context;
    private readonly SessionSet _sessions;
    private readonly Lazy<X509Certificate2> _certificate = new(static () => ServerCertificate.Shared);
    private readonly Lock _lock = new();
    private PortListener? _plain;
    private PortListener? _tls;

    private ImapTestServer(ImapTestServerOptions options)
    {
        _options = options;
        Commands = new CommandLog(() => options.Limits.MaxRecordedOctets);
        _context = new ServerContext(options, options.Store, Faults, Commands, ServerCommands.Create(), _certificate);
        _sessions = new SessionSet(_context);
    }

    /// <summary>The endpoint for clear text and STARTTLS. The port is opened on first access.</summary>
    public ImapEndpoint Endpoint =>
        new(_options.ListenAddress.ToString(), Listen(ref _plain, _options.Port, tls: false), ImapSecurity.None);

    /// <summary>The same port, for a client that starts TLS with STARTTLS.</summary>
    public ImapEndpoint StartTlsEndpoint =>
        new(_options.ListenAddress.ToString(), Listen(ref _plain, _options.Port, tls: false), ImapSecurity.StartTls);

    /// <summary>The endpoint for TLS from the start. The port is opened on first access.</summary>
    public ImapEndpoint TlsEndpoint =>
        new(_options.ListenAddress.ToString(), Listen(ref _tls, _options.TlsPort, tls: true), ImapSecurity.Tls);

    /// <summary>
    /// The certificate, shared by all servers of the process and created on first access: self-signed, for localhost
    /// and the loopback addresses. Do not dispose it.
    /// </summary>
    public X509Certificate2 Certificate => _certificate.Value;

    /// <summary>
    /// Options for a client of this server: its certificate is trusted, and passwords may be sent in the clear.
    /// </summary>
    public ImapConnectionOptions ClientOptions => new()
    {
        AllowPlaintext = true,
        Tls = new TlsOptions { TrustedRoots = [X509CertificateLoader.LoadCertificate(Certificate.RawData)] },
    };

    /// <summary>
    /// Options for a client of this server that is configured with an endpoint but connects in memory, without a port:
    /// whatever the endpoint's host, this server answers.
    /// </summary>
    public ImapConnectionOptions InMemoryOptions => OptionsInMemory with
    {
        Transport = new TransportOptions
        {
            ConnectCallback = _ => new ValueTask<IImapTransport>(OpenInMemory()),
            TimeProvider = _options.TimeProvider
        },
    };

    /// <summary>The faults to inject.</summary>
    public ServerFaults Faults { get; } = new();

    /// <summary>The commands that clients sent.</summary>
    public CommandLog Commands { get; }

    // The certificate is compared when it is presented: it is created only if TLS is used.
    private ImapConnectionOptions OptionsInMemory => new()
    {
        AllowPlaintext = true,
        Tls = new TlsOptions { CertificateValidation = IsOwn },
        TimeProvider = _options.TimeProvider,
    };

    /// <summary>Whether the certificate has been used.</summary>
    internal bool HasCertificate => _certificate.IsValueCreated;

    /// <summary>The number of connected clients.</summary>
    public int Connections => _sessions.Count;

    /// <summary>Starts a server.</summary>
    /// <param name="configure">
    /// Adds users, mailboxes and messages, and switches capabilities off. Without it there is no user to log in.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public static ValueTask<ImapTestServer> StartAsync(
        Action<ImapTestServerOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ImapTestServerOptions options = new();
        configure?.Invoke(options);
        return new ValueTask<ImapTestServer>(new ImapTestServer(options));
    }

    /// <summary>The user with this name, to add messages or change flags while clients are connected.</summary>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    public ImapTestUser User(string name)
    {
        lock (_options.Store.Gate)
        {
            return _options.Store.FindUser(name) is { } user
                ? new ImapTestUser(_options, user)
                : throw new ArgumentException(
                    $"There is no user \"{name}\". Add one: StartAsync(o => o.AddUser(\"{name}\", \"secret\")).",
                    nameof(name));
        }
    }

    /// <summary>
    /// Connects in memory, without a port: a transport for
    /// <see cref="ImapConnection.ConnectAsync(IImapTransport, ImapConnectionOptions, string, CancellationToken)"/>.
    /// STARTTLS and COMPRESS also work over it.
    /// </summary>
    public IImapTransport Connect() => OpenInMemory();

    /// <summary>Connects in memory and waits for the greeting. The connection is not logged in.</summary>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public Task<ImapConnection> ConnectAsync(CancellationToken cancellationToken = default) =>
        ImapConnection.ConnectAsync(Connect(), OptionsInMemory, ServerCertificate.HostName, cancellationToken);

    /// <summary>
    /// Creates an account of this server, to be used where the application injects one. It connects in memory, without
    /// a port.
    /// </summary>
    /// <param name="userName">A user of this server; see <see cref="ImapTestServerOptions.AddUser"/>.</param>
    /// <param name="password">The user's password.</param>
    public IImapClient CreateClient(string userName, string password) => new ImapClient(new ImapClientOptions
    {
        Host = ServerCertificate.HostName,
        Security = ImapSecurity.None,
        AllowPlaintext = true,
        UserName = userName,
        Password = password,
        Connection = InMemoryOptions,
    });

    /// <summary>Closes all connections at once, as a restarting server does.</summary>
    public void DropConnections() => _sessions.Abort();

    /// <summary>Closes all connections and ports.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_plain is not null)
            await _plain.DisposeAsync().ConfigureAwait(false);
        if (_tls is not null)
            await _tls.DisposeAsync().ConfigureAwait(false);
        await _sessions.DisposeAsync().ConfigureAwait(false);
    }

    private bool IsOwn(object sender, X509Certificate? presented, X509Chain? chain, SslPolicyErrors errors) =>
        presented is not null && presented.GetRawCertData().AsSpan().SequenceEqual(Certificate.RawDataMemory.Span);

    private IImapTransport OpenInMemory()
    {
        (IDuplexPipe client, IDuplexPipe server) = MemoryPipes.Create();
        _sessions.Begin(new DuplexPipeStream(server), tls: false);
        return ImapTransport.FromPipe(client, _options.TimeProvider);
    }

    private int Listen(ref PortListener? listener, int port, bool tls)
    {
        lock (_lock)
        {
            return (listener ??= new PortListener(
                _options.ListenAddress, port, stream => _sessions.Begin(stream, tls))).Port;
        }
    }
}
