namespace ImapAsync;

/// <summary>What became of a command that was refused, or whose answer never came.</summary>
public enum CommandOutcome
{
    /// <summary>
    /// It was not sent, or not as a whole, so that the server cannot have done it: it can be repeated.
    /// </summary>
    NotSent,

    /// <summary>The server refused it, so it did nothing.</summary>
    Rejected,

    /// <summary>
    /// The server refused it after it had done a part of it: what that was is in
    /// <see cref="ImapCommandException.PartialValue"/>.
    /// </summary>
    Partial,

    /// <summary>It was sent, and the server may have done it or not.</summary>
    Unknown,
}
