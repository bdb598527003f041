namespace ImapAsync.Testing;

/// <summary>The implementation of one command. Handlers are stateless: all state belongs to the session.</summary>
internal abstract class CommandHandler(string name)
{
    /// <summary>The command's name in capitals, without UID.</summary>
    public string Name { get; } = name;

    /// <summary>The states in which it may be sent.</summary>
    public virtual SessionStates States => SessionStates.Any;

    /// <summary>
    /// The capability without which the command is not known; if there are several, any of them is enough.
    /// </summary>
    public virtual IReadOnlyList<string> Capabilities => [];

    /// <summary>Whether <c>UID</c> may or must precede it.</summary>
    public virtual UidForm UidForm => UidForm.Never;

    /// <summary>
    /// Whether EXPUNGE may be sent while it is in progress: not if it names messages by number (RFC 9051 §7.5.1).
    /// </summary>
    public virtual bool PermitsExpunge(ReceivedCommand command) => true;

    /// <summary>Refuses a literal before the client sends it, if the arguments before it already decide that.</summary>
    public virtual Reply? RefuseLiteral(ClientSession session, ReceivedCommand soFar, long size) => null;

    public abstract ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken);
}
