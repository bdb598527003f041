namespace ImapAsync;

/// <summary>What a set contains besides explicit numbers.</summary>
internal enum SetEnd : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>*</c>: the last message.</summary>
    Star,

    /// <summary><c>n:*</c>: from n to the last message, and the last message even if it is below n.</summary>
    From,

    /// <summary><c>$</c>: the result of the last saved search (RFC 9051 §6.4.4.1). It cannot be combined.</summary>
    Saved,
}
