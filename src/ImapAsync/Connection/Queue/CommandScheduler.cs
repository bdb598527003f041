using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Decides whether a command may be written while others are in progress (RFC 3501 §5.5, RFC 9051 §5.5).
/// </summary>
internal static class CommandScheduler
{
    public static bool MayWrite(PendingCommand command, in InFlightCommands inFlight)
    {
        if (inFlight.Count == 0 || command.GoesFirst)
            return true;
        if (inFlight.HasExclusive)
            return false;

        // If the server does not understand the SELECT, this command would act on the previous mailbox.
        if (command.Mailbox is { MayBeMistaken: true } mailbox && inFlight.First?.Opens == mailbox)
            return false;

        ImapCommand next = command.Command;
        CommandTraits traits = next.Traits;
        if ((traits & (CommandTraits.Exclusive | CommandTraits.WaitsForEarlier)) != CommandTraits.None)
            return false;

        // An EXPUNGE that arrives now would shift the numbers that this command is about to name.
        if (traits.Has(CommandTraits.UsesSequenceNumbers) && inFlight.HasExpungePermitting)
            return false;

        // Two answers of the same kind could not be distinguished.
        return next.OwnedResponse is not { } owned || !inFlight.Owns(owned);
    }
}
