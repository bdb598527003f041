namespace ImapAsync;

/// <summary>How the server completed a command (RFC 9051 §7.1).</summary>
public enum ImapStatus
{
    /// <summary>The command was done.</summary>
    Ok,

    /// <summary>The command was understood and refused.</summary>
    No,

    /// <summary>The command was not understood, or is not allowed now.</summary>
    Bad,
}
