namespace ImapAsync;

/// <summary>What STORE does with the flags it is given (RFC 9051 §6.4.6).</summary>
public enum FlagOperation
{
    /// <summary><c>FLAGS</c>: they take the place of those that the message has.</summary>
    Set,

    /// <summary><c>+FLAGS</c>: they are added.</summary>
    Add,

    /// <summary><c>-FLAGS</c>: they are removed.</summary>
    Remove,
}
