namespace ImapAsync.Testing;

/// <summary>The state of one connection.</summary>
internal sealed class ClientSession : IAsyncDisposable
{
    // Never disposed, which is fine because it has no timer: the server may be stopped at any time.
    private readonly CancellationTokenSource _end = new();
    private readonly Action _raiseNews;
    private SelectedView? _selected;

    public ClientSession(ServerContext server, ServerWire wire, int number)
    {
        Server = server;
        Wire = wire;
        Number = number;
        Reader = new CommandReader(() => wire.Input, server.Options.Limits);
        Output = new SessionOutput(this);
        Inactivity =
            new InactivityWatch(server.Clock, server.Options.InactivityTimeout, () => wire.Input.CancelPendingRead());
        _raiseNews = News.Raise;
        State = SessionStates.NotAuthenticated;
        Writer.Utf8 = IsRev2;
    }

    public ServerContext Server { get; }

    public ServerWire Wire { get; }

    /// <summary>The number of the connection, from 1.</summary>
    public int Number { get; }

    public CommandReader Reader { get; }

    public InactivityWatch Inactivity { get; }

    public SessionOutput Output { get; }

    public ResponseWriter Writer => Output.Writer;

    public SessionStates State { get; private set; }

    /// <summary>The user who is logged in.</summary>
    public UserAccount? User { get; private set; }

    /// <summary>The user who gave the password, if that is an administrator who acts for <see cref="User"/>.</summary>
    public UserAccount? Authenticated { get; private set; }

    /// <summary>The capabilities enabled by ENABLE.</summary>
    public HashSet<string> Enabled { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool IsRev2 => Enabled.Contains("IMAP4rev2") || !Server.Has("IMAP4rev1");

    /// <summary>How the client may encode the names of mailboxes.</summary>
    public NameEncoding Names => Server.Faults.Has(ImapQuirk.RawUtf8Names) ? NameEncoding.Either
        : Writer.Utf8 ? NameEncoding.Utf8 : NameEncoding.ModifiedUtf7;

    public bool HasCondStore => Enabled.Contains("CONDSTORE") || HasQResync;

    public bool HasQResync => Enabled.Contains("QRESYNC");

    /// <summary>Whether the connection ends once what is written has been sent.</summary>
    public bool IsOver { get; set; }

    /// <summary>What to do with the wire once the answer has been sent: STARTTLS, COMPRESS.</summary>
    public Func<CancellationToken, ValueTask>? Upgrade { get; set; }

    /// <summary>The number of commands counted by a throttling server.</summary>
    public int CommandCount { get; set; }

    public int RoundTrips { get; set; }

    /// <summary>Whether the client has sent ID, which some servers require.</summary>
    public bool HasSentId { get; set; }

    /// <summary>Raised when the selected mailbox has changed.</summary>
    public AsyncSignal News { get; } = new();

    /// <summary>Cancelled when the server stops.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>The selected mailbox; set under the store's lock.</summary>
    public SelectedView? Selected
    {
        get => _selected;
        set
        {
            _selected?.Mailbox.Changes.Remove(_raiseNews);
            _selected = value;
            value?.Mailbox.Changes.Add(_raiseNews);
            if (User is not null)
                State = value is null ? SessionStates.Authenticated : SessionStates.Selected;
        }
    }

    /// <summary>The selected mailbox, which exists because the command is allowed in no other state.</summary>
    public SelectedView View => _selected!;

    public void LogIn(UserAccount user, UserAccount? authenticated = null)
    {
        User = user;
        Authenticated = authenticated ?? user;
        State = SessionStates.Authenticated;
    }

    /// <summary>
    /// Enables a capability, and what it implies (RFC 7162 §3.2.3). Runs under the store's lock. The first command that
    /// enables CONDSTORE in a mailbox is answered with the mod-sequence up to which the client knows everything
    /// (RFC 7162 §3.1).
    /// </summary>
    public void Enable(string capability)
    {
        bool hadCondStore = HasCondStore;
        Enabled.Add(capability);
        if (capability.Equals("QRESYNC", StringComparison.OrdinalIgnoreCase))
            Enabled.Add("CONDSTORE");
        Writer.Utf8 = IsRev2 || Enabled.Contains("UTF8=ACCEPT");
        if (!hadCondStore && HasCondStore && Selected is { } view)
        {
            Writer.Untagged(
                Reply.Ok("Mod-sequences are reported from now on", $"HIGHESTMODSEQ {view.SyncedModSequence}"));
        }
    }

    /// <summary>Starts TLS. The client has as long for the handshake as for a command.</summary>
    public async ValueTask StartTlsAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit =
            CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Inactivity.Expired);
        await Wire.StartTlsAsync(Server.Certificate.Value, limit.Token).ConfigureAwait(false);
        Inactivity.Restart();
    }

    /// <summary>Ends the connection from outside.</summary>
    public void Abort()
    {
        _end.Cancel();
        Wire.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        lock (Server.Store.Gate)
            Selected = null;
        await Wire.DisposeAsync().ConfigureAwait(false);
        Inactivity.Dispose();
        News.Dispose();
    }
}
