using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// An immutable description of one command: what it writes, what answers it, and what it may overlap with.
/// </summary>
public abstract record ImapCommand
{
    /// <summary>Makes a command of that name.</summary>
    /// <param name="name">What stands behind the tag, such as <c>NOOP</c> or <c>UID FETCH</c>.</param>
    private protected ImapCommand(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>What stands behind the tag, such as <c>NOOP</c> or <c>UID FETCH</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether every untagged response that arrives while the command runs is kept in
    /// <see cref="ImapResult{T}.Untagged"/>, and not the warnings alone.
    /// </summary>
    /// <value>Default: false.</value>
    public bool KeepUntagged { get; init; }

    /// <summary>What the command needs and does.</summary>
    protected internal virtual CommandTraits Traits => CommandTraits.None;

    /// <summary>
    /// The name of the untagged response that answers the command, where that response does not tell which command it
    /// answers (SEARCH, LIST): two commands with the same one are not in progress at once. Null where the answers can
    /// be told apart.
    /// </summary>
    protected internal virtual string? OwnedResponse => null;

    /// <summary>
    /// The command as it appears in exceptions, logs and traces: the name, and an argument where that helps; never a
    /// secret.
    /// </summary>
    protected internal virtual string Description => Name;

    /// <summary>
    /// The capability that the command's syntax comes from, such as <c>METADATA</c>: <c>IMAP4rev1</c> where it is that
    /// of the base protocol, and null, the default, where nobody can tell. It decides whether a literal of the command
    /// may leave before the server has asked for it (LITERAL+ and LITERAL-, RFC 7888): only where the server has
    /// announced the capability. A server need not swallow a literal of a command that it does not know; it may take
    /// the lines in it for commands.
    /// </summary>
    protected internal virtual string? DefinedBy => null;

    /// <summary>What the command's success means for the connection.</summary>
    internal virtual SessionEffect Effect => SessionEffect.None;

    /// <summary>
    /// What of the command's octets must not be shown even when the server repeats it; see
    /// <see cref="CommandTraits.Secret"/>.
    /// </summary>
    internal virtual IEnumerable<byte[]> Secrets => [];

    /// <summary>
    /// Why a server with these capabilities cannot know the command; null where it may. Then nothing is sent.
    /// </summary>
    internal virtual string? MissingFrom(ImapCapabilities capabilities) => null;

    /// <summary>Why the server's OK must not be believed; null where it may be. Called by the read loop.</summary>
    internal virtual Exception? Distrust() => null;

    /// <summary>
    /// What the command says after its line, if it says anything. A command with a conversation is exclusive.
    /// </summary>
    internal virtual IConversation? Converse() => null;

    /// <summary>Writes what stands behind the name; nothing by default.</summary>
    protected internal virtual void WriteArguments(CommandEncoder encoder)
    {
    }

    /// <summary>Returns the command as it appears in exceptions and logs, without any secret.</summary>
    public sealed override string ToString() => Description;
}

/// <summary>A command that is answered with a value.</summary>
/// <typeparam name="TResult">The value.</typeparam>
public abstract record ImapCommand<TResult> : ImapCommand
{
    /// <summary>Makes a command of that name.</summary>
    /// <param name="name">What stands behind the tag, such as <c>NOOP</c> or <c>UID FETCH</c>.</param>
    protected ImapCommand(string name)
        : base(name)
    {
    }

    /// <summary>Makes what gathers the answer: a new one for each time that the command is sent.</summary>
    protected internal abstract ResponseCollector<TResult> CreateCollector();
}
