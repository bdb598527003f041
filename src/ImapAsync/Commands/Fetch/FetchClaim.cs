namespace ImapAsync;

/// <summary>How far a response belongs to a FETCH command, from not at all to completely.</summary>
internal enum FetchClaim
{
    /// <summary>It belongs to another command, or is an update.</summary>
    None,

    /// <summary>
    /// It could equally be an update: it is reported as one, and decided when the command has been answered.
    /// </summary>
    HeldBack,

    /// <summary>It contains nothing that was requested, but is the first response about a requested message.</summary>
    Empty,

    /// <summary>It contains a requested part that is still outstanding.</summary>
    Part,

    /// <summary>It contains everything that was requested.</summary>
    Whole,
}
