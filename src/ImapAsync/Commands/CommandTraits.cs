namespace ImapAsync.Extensibility;

/// <summary>
/// What a command needs and does, which tells the scheduler what it may overlap with (RFC 9051 §5.5). A command without
/// any of these is pipelined freely.
/// </summary>
[Flags]
public enum CommandTraits
{
    /// <summary>
    /// Nothing special: the server may send an untagged EXPUNGE while the command runs, as during most commands.
    /// </summary>
    None = 0,

    /// <summary>
    /// The arguments or results contain message sequence numbers: the command waits until no command that permits
    /// EXPUNGE is in progress.
    /// </summary>
    UsesSequenceNumbers = 1 << 0,

    /// <summary>
    /// The server must not send EXPUNGE while the command runs: FETCH, STORE, SEARCH, SORT and THREAD by sequence
    /// number.
    /// </summary>
    ForbidsExpunge = 1 << 1,

    /// <summary>
    /// The command waits until every earlier one is answered; later ones may follow immediately (SELECT).
    /// </summary>
    WaitsForEarlier = 1 << 2,

    /// <summary>The command waits for every earlier one and later ones wait for it (LOGIN, STARTTLS, IDLE).</summary>
    Exclusive = 1 << 3,

    /// <summary>
    /// The command acts on the messages of the selected mailbox: it can only be sent through an
    /// <see cref="IImapMailbox"/>.
    /// </summary>
    NeedsSelection = 1 << 4,

    /// <summary>The command ends the selection or changes it: SELECT, EXAMINE, CLOSE, UNSELECT, LOGOUT.</summary>
    EndsSelection = 1 << 5,

    /// <summary>The command may be sent again without harm if its outcome is unknown.</summary>
    Idempotent = 1 << 6,

    /// <summary>The arguments contain a secret: they never appear in a log.</summary>
    Secret = 1 << 7,
}

/// <summary>Queries on the traits, made for each command that is sent.</summary>
internal static class CommandTraitsExtensions
{
    // Enum.HasFlag allocates two objects until the method has been optimised.
    public static bool Has(this CommandTraits traits, CommandTraits wanted) => (traits & wanted) == wanted;
}
