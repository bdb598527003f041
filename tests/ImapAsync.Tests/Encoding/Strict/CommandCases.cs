namespace ImapAsync.Tests;

/// <summary>For each command record: an instance with arguments from a source, and the tokens that it must be written as.</summary>
internal static class CommandCases
{
    /// <summary>All public command records; <c>StrictRoundTripTests</c> fails if one is missing here.</summary>
    public static IReadOnlyDictionary<Type, Func<CommandSource, (ImapCommand Command, Wanted[] Tokens)>> All { get; } =
        new[] { SessionCases.All, MailboxCases.All, MessageCases.All }.SelectMany(static cases => cases).ToDictionary();

    public static (ImapCommand Command, Wanted[] Tokens) Case(ImapCommand command, string name, params Wanted[] arguments) => (command, [.. Wanted.Words(name), .. arguments]);
}
