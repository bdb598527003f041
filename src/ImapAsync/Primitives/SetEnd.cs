namespace ImapAsync;

/// <summary>What a set holds besides explicit numbers.</summary>
internal enum SetEnd : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>*</c>: the last message.</summary>
    Star,

    /// <summary><c>n:*</c>: from n to the last message, and the last message even when it is below n.</summary>
    From,

    /// <summary><c>$</c>: the result of the last search that was saved (RFC 9051 §6.4.4.1). It stands alone.</summary>
    Saved,
}
