using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// An immutable description of one command: what it writes, which responses answer it, and what it may overlap with.
/// </summary>
public abstract record ImapCommand
{
    /// <summary>Creates a command with this name.</summary>
    /// <param name="name">The command's name after the tag, such as <c>NOOP</c> or <c>UID FETCH</c>.</param>
    private protected ImapCommand(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>The command's name after the tag, such as <c>NOOP</c> or <c>UID FETCH</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether every untagged response that arrives while the command runs is kept in
    /// <see cref="ImapResult{T}.Untagged"/>, instead of only the warnings.
    /// </summary>
    /// <value>Default: false.</value>
    public bool KeepUntagged { get; init; }

    /// <summary>What the command needs and does.</summary>
    protected internal virtual CommandTraits Traits => CommandTraits.None;

    /// <summary>
    /// The name of the untagged response that answers the command, if that response does not identify its command
    /// (SEARCH, LIST): two commands with the same one are never in progress at once. Null if the answers are
    /// distinguishable.
    /// </summary>
    protected internal virtual string? OwnedResponse => null;

    /// <summary>
    /// The command as shown in exceptions, logs and traces: the name, and an argument if that helps; never a secret.
    /// </summary>
    protected internal virtual string Description => Name;

    /// <summary>
    /// The capability that defines the command's syntax, such as <c>METADATA</c>: <c>IMAP4rev1</c> for the base
    /// protocol; null, the default, if unknown. It decides whether a literal of the command may be sent before the
    /// server asks for it (LITERAL+ and LITERAL-, RFC 7888): only if the server has announced the capability. A server
    /// need not skip a literal of a command that it does not know; it may take the lines in it for commands.
    /// </summary>
    protected internal virtual string? DefinedBy => null;

    /// <summary>What the command's success means for the connection.</summary>
    internal virtual SessionEffect Effect => SessionEffect.None;

    /// <summary>
    /// Which of the command's octets must not be shown even if the server repeats them; see
    /// <see cref="CommandTraits.Secret"/>.
    /// </summary>
    internal virtual IEnumerable<byte[]> Secrets => [];

    /// <summary>
    /// Why a server with these capabilities cannot know the command; null if it may. If not null, nothing is sent.
    /// </summary>
    internal virtual string? MissingFrom(ImapCapabilities capabilities) => null;

    /// <summary>Why the server's OK must not be trusted; null if it may be. Called by the read loop.</summary>
    internal virtual Exception? Distrust() => null;

    /// <summary>
    /// The lines that the command sends after its own, if any. A command with a conversation is exclusive.
    /// </summary>
    internal virtual IConversation? Converse() => null;

    /// <summary>Writes what follows the name; nothing by default.</summary>
    protected internal virtual void WriteArguments(CommandEncoder encoder)
    {
    }

    /// <summary>Returns the command as shown in exceptions and logs, without any secret.</summary>
    public sealed override string ToString() => Description;
}

/// <summary>A command that is answered with a value.</summary>
/// <typeparam name="TResult">The value.</typeparam>
public abstract record ImapCommand<TResult> : ImapCommand
{
    /// <summary>Creates a command with this name.</summary>
    /// <param name="name">The command's name after the tag, such as <c>NOOP</c> or <c>UID FETCH</c>.</param>
    protected ImapCommand(string name)
        : base(name)
    {
    }

    /// <summary>Creates the collector of the answer: a new one each time the command is sent.</summary>
    protected internal abstract ResponseCollector<TResult> CreateCollector();
}
