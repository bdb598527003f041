namespace ImapAsync;

/// <summary>
/// Lists mailboxes, including those on other servers (RLIST, RFC 2193 §5.1). With LIST-EXTENDED,
/// <see cref="ListCommand"/> with <see cref="ListSelectionOptions.Remote"/> does the same.
/// </summary>
/// <param name="Reference">The prefix of the pattern; usually empty.</param>
/// <param name="Pattern">
/// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level.
/// </param>
public sealed record RlistCommand(MailboxName Reference, string Pattern)
    : PatternCommand("RLIST", "LIST", Reference, Pattern);

/// <summary>
/// Lists the mailboxes that the user subscribed to, including those on other servers (RLSUB, RFC 2193 §5.2).
/// </summary>
/// <param name="Reference">The prefix of the pattern; usually empty.</param>
/// <param name="Pattern">
/// The pattern, in which <c>*</c> matches anything and <c>%</c> anything within one level.
/// </param>
public sealed record RlsubCommand(MailboxName Reference, string Pattern)
    : PatternCommand("RLSUB", "LSUB", Reference, Pattern);
