namespace ImapAsync;

/// <summary>
/// MOVE: moves messages named by sequence number to another mailbox, with their flags and dates (RFC 9051 §6.4.8,
/// RFC 6851). Each is moved or left unchanged, even if the command fails halfway.
/// </summary>
/// <param name="Messages">The messages; each must exist.</param>
/// <param name="Mailbox">The mailbox to move to; it must exist.</param>
/// <exception cref="ArgumentException">The mailbox name is empty.</exception>
public sealed record MoveCommand(SequenceSet Messages, MailboxName Mailbox)
    : TransferCommand<SequenceSet>("MOVE", Messages, Mailbox, moves: true);

/// <summary>
/// UID MOVE: moves messages named by UID to another mailbox, with their flags and dates (MOVE, RFC 9051 §6.4.8,
/// RFC 6851). Each is moved or left unchanged, even if the command fails halfway.
/// </summary>
/// <param name="Messages">The messages; those that do not exist are ignored.</param>
/// <param name="Mailbox">The mailbox to move to; it must exist.</param>
/// <exception cref="ArgumentException">The mailbox name is empty.</exception>
public sealed record UidMoveCommand(UidSet Messages, MailboxName Mailbox)
    : TransferCommand<UidSet>("UID MOVE", Messages, Mailbox, moves: true);
