namespace ImapAsync.Testing;

/// <summary>The faults to inject, from now on until <see cref="Clear"/>.</summary>
public sealed class ServerFaults
{
    private readonly Lock _lock = new();
    private readonly List<CommandFault> _commands = [];
    private readonly HashSet<ImapQuirk> _quirks = [];
    private long _dropAfter = long.MaxValue;

    internal ServerFaults()
    {
    }

    /// <summary>The speed at which answers are sent, by the server's clock.</summary>
    /// <value>Default: null, unlimited.</value>
    public int? OctetsPerSecond { get; set; }

    /// <summary>The refusal of every login, even a correct one.</summary>
    internal Reply? LoginRefusal { get; private set; }

    /// <summary>Creates a fault at a command.</summary>
    /// <param name="command">
    /// The name: <c>FETCH</c> means <c>UID FETCH</c> as well, <c>*</c> means every command.
    /// </param>
    public CommandFault On(string command)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(command);
        CommandFault fault = new(command);
        lock (_lock)
            _commands.Add(fault);
        return fault;
    }

    /// <summary>
    /// Closes each connection once it has sent this many octets, including the greeting, at whatever point that is.
    /// </summary>
    public void DropAfterOctets(long octets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(octets);
        _dropAfter = octets;
    }

    /// <summary>Refuses every LOGIN and AUTHENTICATE with NO.</summary>
    /// <param name="text">The text for people.</param>
    /// <param name="code">The response code without its brackets.</param>
    public void RefuseLogins(string text = "Try again later", string? code = "UNAVAILABLE") =>
        LoginRefusal = Reply.No(code, text);

    /// <summary>Makes the server behave as some real one does.</summary>
    public void Imitate(params ReadOnlySpan<ImapQuirk> quirks)
    {
        lock (_lock)
        {
            foreach (ImapQuirk quirk in quirks)
                _quirks.Add(quirk);
            Rewriter = QuirkTable.RewriterOf(_quirks);
        }
    }

    /// <summary>Ends all faults. What has already been sent is not affected.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _commands.Clear();
            _quirks.Clear();
            Rewriter = null;
            _dropAfter = long.MaxValue;
            OctetsPerSecond = null;
            LoginRefusal = null;
        }
    }

    /// <summary>The rewriter for all responses, if a quirk changes them.</summary>
    internal Func<byte[], byte[]>? Rewriter { get; private set; }

    internal bool Has(ImapQuirk quirk)
    {
        lock (_lock)
            return _quirks.Contains(quirk);
    }

    internal long OctetsBeforeDrop(long sent) => _dropAfter == long.MaxValue ? long.MaxValue : _dropAfter - sent;

    internal CommandFault? Take(RecordedCommand command)
    {
        lock (_lock)
            return _commands.Find(fault => fault.Takes(command.Name));
    }
}
