using ImapAsync.Testing.Tests.Support;
using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>Python's imaplib: every method it has.</summary>
public sealed class ImaplibTests
{
    [Fact]
    public async Task Every_method_is_answered_correctly()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("python3", "python3", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 10, cancellationToken);

        (int exitCode, string output) = await ClientProgram.RunAsync(
            "python3", [RepositoryRoot.Combine("tests", "clients", "imaplib_all.py")], environment.Variables, cancellationToken);

        string commands = string.Join('\n', environment.Server.Commands.Select(static command => $"{command.Status} {command.Text}"));
        Assert.True(exitCode == 0, output + commands);
    }
}
