namespace ImapAsync;

/// <summary>Which flags a search for changes considers (entry-type-req, RFC 7162 §7).</summary>
public enum FlagScope
{
    /// <summary>The user's own and the shared ones.</summary>
    All,

    /// <summary>The user's own flags.</summary>
    Private,

    /// <summary>Those shared by all users of the mailbox.</summary>
    Shared,
}
