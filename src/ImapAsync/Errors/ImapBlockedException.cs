namespace ImapAsync;

/// <summary>
/// A command's answer could not be reached, because a large body before it on the connection was not being read. The
/// body can still be read; whether the command was carried out is unknown (<see cref="CommandOutcome.Unknown"/>) once
/// it was sent.
/// </summary>
public sealed class ImapBlockedException : ImapException
{
    internal ImapBlockedException(string message, CommandOutcome outcome)
        : base(message) => Outcome = outcome;
}
