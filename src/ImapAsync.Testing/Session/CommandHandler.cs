namespace ImapAsync.Testing;

/// <summary>What one command does. Handlers keep nothing: all they need is the session's.</summary>
internal abstract class CommandHandler(string name)
{
    /// <summary>The command's name in capitals, without UID.</summary>
    public string Name { get; } = name;

    /// <summary>In which states it may be sent.</summary>
    public virtual SessionStates States => SessionStates.Any;

    /// <summary>The capability without which the command is not known; several where any of them is enough.</summary>
    public virtual IReadOnlyList<string> Capabilities => [];

    /// <summary>Whether <c>UID</c> may stand before it, and whether it may do without.</summary>
    public virtual UidForm UidForm => UidForm.Never;

    /// <summary>
    /// Whether EXPUNGE may be sent while it is in progress: not when it names messages by number (RFC 9051 §7.5.1).
    /// </summary>
    public virtual bool PermitsExpunge(ReceivedCommand command) => true;

    /// <summary>Refuses a literal before the client sends it, when what stands before it tells enough.</summary>
    public virtual Reply? RefuseLiteral(ClientSession session, ReceivedCommand soFar, long size) => null;

    public abstract ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken);
}
