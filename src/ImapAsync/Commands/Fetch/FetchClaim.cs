namespace ImapAsync;

/// <summary>What a FETCH command has to do with a response, from nothing to everything.</summary>
internal enum FetchClaim
{
    /// <summary>It is another command's, or news.</summary>
    None,

    /// <summary>
    /// It could as well be news: it is told as such, and decided again when the command has been answered.
    /// </summary>
    HeldBack,

    /// <summary>It has nothing that was asked for, but it is the first about a message that was.</summary>
    Empty,

    /// <summary>It has some of what was asked for, and is still open.</summary>
    Part,

    /// <summary>It has all that was asked for.</summary>
    Whole,
}
