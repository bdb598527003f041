namespace ImapAsync;

/// <summary>
/// COPY: copies messages named by sequence number to another mailbox, with their flags and dates (RFC 9051 §6.4.7).
/// Either all of them are copied or none.
/// </summary>
/// <param name="Messages">The messages; each must exist.</param>
/// <param name="Mailbox">The mailbox to copy to; it must exist.</param>
/// <exception cref="ArgumentException">The mailbox name is empty.</exception>
public sealed record CopyCommand(SequenceSet Messages, MailboxName Mailbox)
    : TransferCommand<SequenceSet>("COPY", Messages, Mailbox, moves: false);

/// <summary>
/// UID COPY: copies messages named by UID to another mailbox, with their flags and dates (RFC 9051 §6.4.7, §6.4.9).
/// Either all of them are copied or none.
/// </summary>
/// <param name="Messages">The messages; those that do not exist are ignored.</param>
/// <param name="Mailbox">The mailbox to copy to; it must exist.</param>
/// <exception cref="ArgumentException">The mailbox name is empty.</exception>
public sealed record UidCopyCommand(UidSet Messages, MailboxName Mailbox)
    : TransferCommand<UidSet>("UID COPY", Messages, Mailbox, moves: false);
