using System.Globalization;
using System.Text.RegularExpressions;

namespace ImapAsync.Tests;

/// <summary>How a server answers what it does not know.</summary>
internal enum Ignorance
{
    /// <summary>As Dovecot 2.3.19 does: BAD with the tag, and the literal's lines are commands.</summary>
    Tagged,

    /// <summary>As GNU mailutils and go-imap v1 do if they cannot read the line: BAD without a tag.</summary>
    Untagged,
}

/// <summary>
/// A server that knows the base protocol and what it has announced, and treats everything else as commands: what follows a line that it does not know is the next command, also the octets of
/// a literal. Keeps the first line of each command that it executed by mistake.
/// </summary>
internal sealed class KnowingServer(ScriptedServer server, IReadOnlyCollection<string> announced, Ignorance ignorance)
{
    private readonly KnownSyntax _syntax = new(announced);

    /// <summary>What it executed as commands.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Serves until the client leaves.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                await ServeAsync(await server.ReceiveLineAsync(cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is EndOfStreamException or InvalidOperationException or OperationCanceledException)
        {
            // The client has left, or the test is over.
        }
        finally
        {
            await server.CloseAsync();
        }
    }

    private async Task ServeAsync(string line, CancellationToken cancellationToken)
    {
        Commands.Add(line);
        string tag = line.Split(' ')[0];
        string command = line[Math.Min(line.Length, tag.Length + 1)..];
        while (command.Length > 0 && _syntax.Knows(command) && KnownSyntax.Announcement().Match(command) is { Success: true } literal)
            command = await ReadOnAsync(command, literal, cancellationToken);

        bool isKnown = command.Length > 0 && _syntax.Knows(command);
        // What these two agree on does not involve text.
        string answer = isKnown ? (command is "STARTTLS" or "COMPRESS DEFLATE" ? "NO not now" : "OK done") : "BAD Error in IMAP command: Missing ')'";
        await server.SendAsync($"{(isKnown || ignorance == Ignorance.Tagged ? tag : "*")} {answer}\r\n");
    }

    private async Task<string> ReadOnAsync(string command, Match literal, CancellationToken cancellationToken)
    {
        if (literal.Groups["plus"].Length == 0)
            await server.SendAsync("+ go on\r\n");
        int size = int.Parse(literal.Groups["size"].Value, CultureInfo.InvariantCulture);
        if (size > 0 && (await server.ReceiveAsync(size)).Length < size)
            throw new EndOfStreamException("The client left in the midst of a literal.");
        return command[..literal.Index] + "\0" + await server.ReceiveLineAsync(cancellationToken);
    }
}
