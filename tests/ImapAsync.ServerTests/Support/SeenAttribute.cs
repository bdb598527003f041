using System.Reflection;
using Xunit.v3;

namespace ImapAsync.ServerTests;

/// <summary>
/// Declares which commands the test has seen the server answer with OK. It is checked after the test against the answers that the test's connections got, and the column of servers in
/// docs/commands.md is checked against it. A word after the command is one of its options: <c>"SEARCH RETURN (SAVE)"</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeenAttribute(params string[] commands) : BeforeAfterTestAttribute
{
    // The connection sends it by itself when there is a listener: no caller, no trace.
    private const string Untraced = "IDLE";

    /// <summary>The commands as they follow the tag.</summary>
    public IReadOnlyList<string> Commands => commands;

    /// <summary>The servers that the test runs against, if its data do not say so.</summary>
    public ServerKind[] On { get; init; } = [];

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => AnsweredCommands.Watch();

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        IReadOnlyCollection<AnsweredCommand> answered = AnsweredCommands.Of(test.UniqueID);
        // The servers are missing.
        if (answered.Count == 0)
            return;
        ServerKind[] kinds = [.. test.TestMethodArguments.OfType<ServerKind>()];
        foreach (ServerKind kind in kinds.Length > 0 ? kinds : On)
        {
            foreach (string command in commands)
                Assert.True(command == Untraced || IsAmong(answered, kind, command), $"The test says that {kind} was seen to answer {command} with OK: it was not. Seen: {string.Join(", ", answered)}.");
        }
    }

    /// <summary>The servers that a test of this attribute runs against.</summary>
    internal IReadOnlyCollection<ServerKind> ServersOf(MethodInfo test) =>
        test.GetCustomAttributes<DataAttribute>().Any(static data => data is EveryServerAttribute or EveryConnectionAttribute or EveryMechanismAttribute) ? Enum.GetValues<ServerKind>() : On;

    private static bool IsAmong(IEnumerable<AnsweredCommand> answered, ServerKind kind, string command) =>
        answered.Any(answer => (answer.Server ?? kind) == kind && (command == answer.Command || command.StartsWith(answer.Command + " ", StringComparison.Ordinal)));
}
