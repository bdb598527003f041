namespace ImapAsync;

/// <summary>
/// Observes one selected mailbox, from before its SELECT is sent or from any later time. It does not make the
/// connection idle; see <see cref="MailboxListener"/> for what does.
/// </summary>
internal interface IMailboxObserver
{
    /// <summary>
    /// The server has reported something about the mailbox. Called by the read loop, in wire order, once it is known
    /// which command the response answers, and before the command whose tagged answer contains it completes. Must not
    /// block or throw.
    /// </summary>
    /// <param name="fact">Valid only during the call.</param>
    void Observe(scoped in MailboxFact fact);

    /// <summary>
    /// There is no more to observe: the SELECT was refused, the mailbox was left, or the connection has ended. Called
    /// once, perhaps from another thread and at the same time as the last call of <see cref="Observe"/>.
    /// </summary>
    void Ended(Exception exception);
}
