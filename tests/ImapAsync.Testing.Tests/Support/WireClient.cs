using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Testing.Tests.Support;

/// <summary>Talks to a server octet by octet. Text is Latin-1, an octet a character.</summary>
internal sealed class WireClient : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly IImapTransport _transport;
    private readonly StringBuilder _heard = new();

    private WireClient(IImapTransport transport) => _transport = transport;

    public IImapTransport Transport => _transport;

    public static WireClient Over(IImapTransport transport) => new(transport);

    /// <summary>Connects through memory and skips the greeting.</summary>
    public static async Task<WireClient> ConnectAsync(ImapTestServer server)
    {
        WireClient client = new(server.Connect());
        await client.LineAsync();
        return client;
    }

    /// <summary>Connects, and logs alice in.</summary>
    public static async Task<WireClient> LogInAsync(ImapTestServer server, string user = "alice")
    {
        WireClient client = await ConnectAsync(server);
        await client.SendAsync($"L LOGIN {user} secret\r\n");
        Assert.StartsWith("L OK", await client.LineAsync(), StringComparison.Ordinal);
        return client;
    }

    /// <summary>Connects, logs alice in, and selects a mailbox.</summary>
    public static async Task<WireClient> SelectAsync(ImapTestServer server, string mailbox = "INBOX", string before = "")
    {
        WireClient client = await LogInAsync(server);
        if (before.Length > 0)
            await client.CommandAsync(before);
        Assert.Contains("\r\nS OK", await client.CommandAsync($"S SELECT {mailbox}"), StringComparison.Ordinal);
        return client;
    }

    public async Task SendAsync(string octets) => await _transport.Output.WriteAsync(Encoding.Latin1.GetBytes(octets));

    /// <summary>Sends a command without its line end, and returns everything up to its tagged response.</summary>
    public async Task<string> CommandAsync(string command)
    {
        await SendAsync(command + "\r\n");
        return await UntilTaggedAsync(command[..command.IndexOf(' ', StringComparison.Ordinal)]);
    }

    /// <summary>Everything up to the response with a tag.</summary>
    public async Task<string> UntilTaggedAsync(string tag)
    {
        StringBuilder all = new();
        while (true)
        {
            string line = await LineAsync();
            all.Append(line);
            if (line.StartsWith(tag + " ", StringComparison.Ordinal))
                return all.ToString();
        }
    }

    /// <summary>Everything up to the response with a tag, or until the server hangs up.</summary>
    public async Task<string> UntilTaggedOrEndAsync(string tag)
    {
        while (true)
        {
            string heard = _heard.ToString();
            int start = heard.StartsWith(tag + " ", StringComparison.Ordinal) ? 0 : heard.IndexOf($"\n{tag} ", StringComparison.Ordinal) + 1;
            int end = start == 0 && !heard.StartsWith(tag + " ", StringComparison.Ordinal) ? -1 : heard.IndexOf('\n', start);
            if (end >= 0)
            {
                _heard.Remove(0, end + 1);
                return heard[..(end + 1)];
            }

            if (!await HearAsync())
                return heard;
        }
    }

    /// <summary>The next line, including its end.</summary>
    public async Task<string> LineAsync()
    {
        while (true)
        {
            string heard = _heard.ToString();
            int end = heard.IndexOf('\n', StringComparison.Ordinal);
            if (end >= 0)
            {
                _heard.Remove(0, end + 1);
                return heard[..(end + 1)];
            }

            if (!await HearAsync())
                throw new EndOfStreamException($"The server hung up after \"{heard}\".");
        }
    }

    /// <summary>Everything until the server hangs up.</summary>
    public async Task<string> UntilEndAsync()
    {
        while (await HearAsync())
        {
        }

        return _heard.ToString();
    }

    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    private async Task<bool> HearAsync()
    {
        using CancellationTokenSource limit = new(Limit);
        ReadResult result = await _transport.Input.ReadAsync(limit.Token);
        _heard.Append(Encoding.Latin1.GetString(result.Buffer.ToArray()));
        _transport.Input.AdvanceTo(result.Buffer.End);
        return !result.IsCompleted || !result.Buffer.IsEmpty;
    }
}
