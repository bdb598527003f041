namespace ImapAsync.Testing;

/// <summary>The states of a session (RFC 9051 §3), as a set: in which a command may be sent.</summary>
[Flags]
internal enum SessionStates
{
    None = 0,
    NotAuthenticated = 1,
    Authenticated = 2,
    Selected = 4,

    /// <summary>With a user, a mailbox selected or not.</summary>
    WithUser = Authenticated | Selected,
    Any = NotAuthenticated | Authenticated | Selected,
}
