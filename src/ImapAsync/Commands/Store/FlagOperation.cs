namespace ImapAsync;

/// <summary>What STORE does with the given flags (RFC 9051 §6.4.6).</summary>
public enum FlagOperation
{
    /// <summary><c>FLAGS</c>: they replace those of the message.</summary>
    Set,

    /// <summary><c>+FLAGS</c>: they are added.</summary>
    Add,

    /// <summary><c>-FLAGS</c>: they are removed.</summary>
    Remove,
}
