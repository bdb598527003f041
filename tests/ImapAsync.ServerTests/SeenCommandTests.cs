using System.Reflection;
using ImapAsync.Tests;

namespace ImapAsync.ServerTests;

/// <summary>The last column of docs/commands.md is what the server tests have seen, neither more nor less. Needs no server.</summary>
public sealed class SeenCommandTests
{
    private const string Authenticate = "AUTHENTICATE ";

    [Fact]
    public void The_servers_of_each_row_are_those_that_were_seen()
    {
        ILookup<string, ServerKind> seen = Seen().ToLookup(pair => pair.Command, pair => pair.Server);
        IEnumerable<string> differences = CommandTable.Commands
            .Select(row => (Row: row, Seen: Describe(seen[row.Command])))
            .Where(pair => pair.Seen != string.Join(", ", pair.Row.SeenOn))
            .Select(pair => $"{pair.Row}: the table says {string.Join(", ", pair.Row.SeenOn)}, the tests {pair.Seen}");
        Assert.Equal([], differences);
    }

    [Fact]
    public void What_was_seen_has_a_row() => Assert.Equal([], Seen().Select(pair => pair.Command).Distinct().Except(CommandTable.Commands.Select(row => row.Command)));

    private static IEnumerable<(string Command, ServerKind Server)> Seen()
    {
        foreach (MethodInfo test in typeof(SeenCommandTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()))
        {
            if (test.GetCustomAttribute<SeenAttribute>() is not { } seen)
                continue;
            IReadOnlyCollection<ServerKind> servers = seen.ServersOf(test);
            Assert.True(servers.Count > 0, $"{test.DeclaringType!.Name}.{test.Name} does not say on which servers.");
            foreach (ServerKind server in servers)
            {
                foreach (string command in seen.Commands)
                    yield return (command, server);
            }
        }

        // The matrix of mechanisms is data of one test.
        foreach (ServerKind server in Enum.GetValues<ServerKind>())
        {
            foreach (string mechanism in Mechanisms.Of(server, ImapSecurity.Tls))
                yield return (Authenticate + mechanism, server);
        }
    }

    private static string Describe(IEnumerable<ServerKind> servers) => servers.Distinct().Order().ToArray() is { Length: > 0 } some ? string.Join(", ", some) : "scripted";
}
