namespace ImapAsync;

/// <summary>What may have happened to a command that was refused, or whose answer never arrived.</summary>
public enum CommandOutcome
{
    /// <summary>It was not sent, or not completely, so the server cannot have done it: it can be repeated.</summary>
    NotSent,

    /// <summary>The server refused it, so it had no effect.</summary>
    Rejected,

    /// <summary>
    /// The server refused it after it had done a part of it: <see cref="ImapCommandException.PartialValue"/> says
    /// which.
    /// </summary>
    Partial,

    /// <summary>It was sent, and the server may or may not have done it.</summary>
    Unknown,
}
