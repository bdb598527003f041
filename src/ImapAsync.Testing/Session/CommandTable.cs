using System.Collections.Frozen;

namespace ImapAsync.Testing;

/// <summary>The command handlers by name.</summary>
internal sealed class CommandTable(IEnumerable<CommandHandler> handlers)
{
    private readonly FrozenDictionary<string, CommandHandler> _handlers =
        handlers.ToFrozenDictionary(static handler => handler.Name, StringComparer.Ordinal);

    /// <summary>The handler of a command that this server knows and the session may send now.</summary>
    public CommandHandler Find(ClientSession session, ReceivedCommand command)
    {
        string name = command.IsUid ? command.Name["UID ".Length..] : command.Name;
        CommandHandler? handler = _handlers.GetValueOrDefault(name);
        bool isKnown = handler is not null && (!command.IsUid || handler.UidForm == UidForm.Both)
            && IsOn(session.Server, handler);
        if (!isKnown)
        {
            throw CommandRefusedException.Bad(
                $"The command {ProtocolErrors.Printable(System.Text.Encoding.ASCII.GetBytes(command.Name))} "
                + "is not known");
        }

        if ((handler!.States & session.State) == SessionStates.None)
        {
            throw CommandRefusedException.Bad(
                $"{command.Name} cannot be sent now: the session is {Describe(session.State)}");
        }

        return handler;
    }

    public CommandHandler? Peek(ReceivedCommand command) =>
        _handlers.GetValueOrDefault(command.IsUid ? command.Name["UID ".Length..] : command.Name);

    private static bool IsOn(ServerContext server, CommandHandler handler) =>
        !server.Options.DisabledCommands.Contains(handler.Name)
            && (handler.Capabilities.Count == 0 || handler.Capabilities.Any(server.Has));

    private static string Describe(SessionStates state) => state switch
    {
        SessionStates.NotAuthenticated => "not authenticated",
        SessionStates.Authenticated => "authenticated, and no mailbox is selected",
        _ => "in a mailbox",
    };
}
