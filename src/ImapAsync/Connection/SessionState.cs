using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// What the server has reported about the connection: capabilities, what is enabled, which mailbox is selected. Changed
/// by the read loop in wire order.
/// </summary>
internal sealed class SessionState(KeptResponses kept)
{
    private volatile GreetingWait? _greeting;
    private volatile ImapCapabilities? _capabilities;
    private volatile int _timesAdvertised;
    private volatile bool _utf8;
    private volatile bool _utf8Messages;

    /// <summary>
    /// The wait for the server's greeting; null once the connection is open, so that it is not kept longer than needed.
    /// </summary>
    public GreetingWait? Greeting { get => _greeting; set => _greeting = value; }

    /// <summary>The wait for the server's greeting while it lasts.</summary>
    public GreetingWait? DueGreeting => _greeting is { IsDue: true } greeting ? greeting : null;

    /// <summary>Whether the caller wants TLS and it has not started yet.</summary>
    public bool AwaitsTls { get; set; }

    /// <summary>The responses that no command took.</summary>
    public KeptResponses Kept => kept;

    /// <summary>The capabilities that the server last advertised; null if it has not advertised any yet.</summary>
    public ImapCapabilities? Capabilities => _capabilities;

    /// <summary>How many times the server has advertised its capabilities.</summary>
    public int TimesAdvertised => _timesAdvertised;

    /// <summary>What ENABLE has enabled, as the server reported it.</summary>
    public ImapCapabilities Enabled { get; private set; } = ImapCapabilities.Empty;

    /// <summary>Whether mailbox names and quoted strings are UTF-8.</summary>
    public bool Utf8 => _utf8;

    /// <summary>Whether the server accepts messages with UTF-8 in their headers.</summary>
    public bool Utf8Messages => _utf8Messages;

    /// <summary>Whether a user has logged in.</summary>
    public bool IsAuthenticated { get; set; }

    public ImapConnectionState State => Selections.IsOpen ? ImapConnectionState.Selected
        : IsAuthenticated ? ImapConnectionState.Authenticated : ImapConnectionState.NotAuthenticated;

    public Selections Selections { get; } = new();

    /// <summary>The server's first BYE.</summary>
    public StatusResponse? Bye { get; set; }

    /// <summary>Which literals the server accepts without a continuation.</summary>
    private LiteralMode Literals => _capabilities switch
    {
        null => LiteralMode.Synchronizing,
        var known when known.Contains(Capability.LiteralPlus) => LiteralMode.Plus,
        var known when known.Supports(Capability.LiteralMinus) => LiteralMode.Minus,
        _ => LiteralMode.Synchronizing,
    };

    /// <summary>What the encoder must know about the connection.</summary>
    public EncodingOptions EncodingOptions(ImapConnectionOptions options) =>
        new(Literals, Utf8, options.SynchronizeLiteralsOver, Capabilities, Utf8Messages);

    /// <summary>Applies the code of a status response.</summary>
    public void Apply(ResponseCode? code)
    {
        if (code?.IsWhole(ResponseCodes.Capability) == true)
            Advertised(code.Arguments.Span);
    }

    /// <summary>Applies what an untagged response reports about the connection.</summary>
    public void Apply(in UntaggedResponse response)
    {
        if (response.Kind == ResponseKind.Capability)
            Advertised(response.Arguments.Remaining);
        else if (response.Kind == ResponseKind.Enabled)
            Enable(ImapCapabilities.FromServer(response.Arguments.Remaining));
    }

    /// <summary>Takes what ENABLE has enabled.</summary>
    public void Enable(ImapCapabilities enabled)
    {
        Enabled = ImapCapabilities.Of([.. Enabled, .. enabled]);
        _utf8Messages = Enabled.Contains(Capability.Utf8Accept);
        _utf8 = _utf8Messages || Enabled.Contains(Capability.Imap4Rev2);
    }

    /// <summary>What was learned before TLS or another authentication may be forged or outdated.</summary>
    public void Forget() => _capabilities = null;

    /// <summary>TLS has started: an attacker on the network may have sent what came before (RFC 9051 §6.2.1).</summary>
    public void Secured()
    {
        Unauthenticate();
        Kept.Clear();
        AwaitsTls = false;
    }

    /// <summary>UNAUTHENTICATE reverts what was enabled (RFC 8437 §3).</summary>
    public void Unauthenticate()
    {
        Forget();
        Enabled = ImapCapabilities.Empty;
        _utf8 = false;
        _utf8Messages = false;
        Selections.Reset();
        IsAuthenticated = false;
    }

    private void Advertised(ReadOnlySpan<byte> capabilities)
    {
        _capabilities = CapabilityCache.Read(capabilities);
        _timesAdvertised++;
    }
}
