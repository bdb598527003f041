namespace ImapAsync;

/// <summary>
/// Observes one selected mailbox: from before its SELECT is sent, or from any time after that. Does not make the
/// connection idle; see <see cref="MailboxListener"/> for what does.
/// </summary>
internal interface IMailboxObserver
{
    /// <summary>
    /// The server has reported something about the mailbox. Called by the read loop, in the order of the wire, when it
    /// is known whose response it is, and before the command completes whose tagged answer it is in. Must not block and
    /// not throw.
    /// </summary>
    /// <param name="fact">Valid during the call only.</param>
    void Observe(scoped in MailboxFact fact);

    /// <summary>
    /// There is no more to observe: the SELECT was refused, the mailbox was left, or the connection has ended. Called
    /// once, perhaps from another thread and at the same time as the last call of <see cref="Observe"/>.
    /// </summary>
    void Ended(Exception exception);
}
