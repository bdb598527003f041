namespace ImapAsync;

/// <summary>Whose flags a search for changes looks at (entry-type-req, RFC 7162 §7).</summary>
public enum FlagScope
{
    /// <summary>The user's own and the shared ones.</summary>
    All,

    /// <summary>The user's own.</summary>
    Private,

    /// <summary>Those that all users of the mailbox share.</summary>
    Shared,
}
