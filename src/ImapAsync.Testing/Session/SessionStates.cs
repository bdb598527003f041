namespace ImapAsync.Testing;

/// <summary>The states of a session (RFC 9051 §3) as a set, for the states in which a command is allowed.</summary>
[Flags]
internal enum SessionStates
{
    None = 0,
    NotAuthenticated = 1,
    Authenticated = 2,
    Selected = 4,

    /// <summary>With a user, whether or not a mailbox is selected.</summary>
    WithUser = Authenticated | Selected,
    Any = NotAuthenticated | Authenticated | Selected,
}
