namespace ImapAsync;

/// <summary>What became of a command whose answer never came.</summary>
public enum CommandOutcome
{
    /// <summary>No octet of it was sent: it can be repeated.</summary>
    NotSent,

    /// <summary>The server refused it, so it did nothing.</summary>
    Rejected,

    /// <summary>It was sent, wholly or in part, and the server may have done it or not.</summary>
    Unknown,
}
