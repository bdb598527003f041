using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>What can be told before a command is queued.</summary>
internal static class CommandChecks
{
    public static void Check(ImapCommand command, ConnectionCore core)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Traits.HasFlag(CommandTraits.NeedsSelection))
        {
            throw new InvalidOperationException(
                $"{command.Description} acts on the messages of a mailbox: send it through the {nameof(SelectedMailbox)} that SelectAsync returned, so that it can never reach another mailbox.");
        }

        CheckSecret(command, core);
    }

    /// <summary>Credentials travel only over TLS, unless the caller says otherwise.</summary>
    public static void CheckSecret(ImapCommand command, ConnectionCore core)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Traits.HasFlag(CommandTraits.Secret) && core.Transport.Tls is null && !core.Options.AllowPlaintext)
        {
            throw new InvalidOperationException(
                $"{command.Description} would send a secret that anybody on the way can read: connect with TLS, or set {nameof(ImapConnectionOptions)}.{nameof(ImapConnectionOptions.AllowPlaintext)} if the network is to be trusted.");
        }
    }
}
