namespace ImapAsync;

/// <summary>The states of a connection (RFC 9051 §3).</summary>
public enum ImapConnectionState
{
    /// <summary>No user has logged in yet.</summary>
    NotAuthenticated,

    /// <summary>A user has logged in; no mailbox is selected.</summary>
    Authenticated,

    /// <summary>A mailbox is selected.</summary>
    Selected,

    /// <summary>The connection has ended, or is about to.</summary>
    Logout,
}
