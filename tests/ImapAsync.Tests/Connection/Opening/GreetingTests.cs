using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>The greeting must come from an IMAP server: anything else is detected at once and quoted.</summary>
public sealed class GreetingTests
{
    [Theory]
    [InlineData("421 busy\r\n", "\"421 busy\", which is SMTP or FTP")]
    [InlineData(" NO Intrusion prevention\r\n", "\"NO Intrusion prevention\"")]
    [InlineData("220 x ESMTP\r\n", "\"220 x ESMTP\", which is SMTP")]
    [InlineData("220-x ESMTP\r\n220 go on\r\n", "\"220-x ESMTP\", which is SMTP")]
    [InlineData("220 mail.example.org LMTP ready\r\n", "which is LMTP")]
    [InlineData("220 ProFTPD\r\n", "which is FTP")]
    [InlineData("554 no\n", "which is SMTP or FTP")]
    [InlineData("200 news\r\n", "which is NNTP")]
    [InlineData("+OK POP3\r\n", "\"+OK POP3\", which is POP3")]
    [InlineData("-ERR locked\r\n", "\"-ERR locked\", which is POP3")]
    [InlineData("SSH-2.0-x\r\n", "\"SSH-2.0-x\", which is SSH")]
    [InlineData("HTTP/1.1 400 Bad Request\r\nServer: x\r\n", "\"HTTP/1.1 400 Bad Request\", which is HTTP")]
    [InlineData("<html>\r\n", "which is HTTP")]
    [InlineData("\"IMPLEMENTATION\" \"x\"\r\n", "which is ManageSieve")]
    [InlineData("\x15\x03\x01\x00\x02\x02\n", "which is TLS")]
    [InlineData("A1 OK ready\r\n", "\"A1 OK ready\"")]
    [InlineData("OK ready\r\n", "\"OK ready\"")]
    [InlineData("+ go on\r\n", "\"+ go on\"")]
    [InlineData("*\r\n", "\"*\"")]
    [InlineData("* 3 EXISTS\r\n", "\"* 3 EXISTS\"")]
    [InlineData("* hello\r\n", "\"* hello\"")]
    [InlineData("login: \x1B[31m\xFF\r\n", "\"login: \\x1B[31m\\xFF\"")]
    public async Task An_invalid_greeting_is_refused_at_once_and_quoted(string said, string expected)
    {
        ImapConnectionException whole = await RefusedAsync(static (server, said) => server.SendAsync(said), said);
        ImapConnectionException split = await RefusedAsync(
            static async (server, said) =>
            {
                foreach (char octet in said)
                    await server.SendAsync(octet.ToString());
            },
            said);

        Assert.StartsWith("imap.example.org does not greet like an IMAP server, but sends \"", whole.Message, StringComparison.Ordinal);
        Assert.Contains(expected, whole.Message, StringComparison.Ordinal);
        Assert.Equal(CommandOutcome.NotSent, whole.Outcome);
        Assert.Equal(whole.Message, split.Message);
    }

    [Theory]
    [InlineData("* BYE refused", "The server closed the connection (BYE: \"refused\").")]
    [InlineData("* BYE [UNAVAILABLE] later", "The server closed the connection (BYE: \"later\").")]
    [InlineData("* NO too many", "The server refused the connection: NO too many.")]
    [InlineData("* BAD what", "The server refused the connection: BAD what.")]
    [InlineData("421 busy", "sends \"421 busy\", which is SMTP or FTP")]
    [InlineData("\x15\x03\x01\x00\x02\x02\x46", "which is TLS")]
    [InlineData("* OK [CAPABILITY IMAP4r", "The server closed the connection in the middle of a response")]
    [InlineData("", "The server closed the connection.")]
    public async Task Text_without_a_line_end_before_the_end_is_quoted(string said, string expected)
    {
        ImapConnectionException lost = await RefusedAsync(
            static async (server, said) =>
            {
                await server.SendAsync(said);
                await server.CloseAsync();
            },
            said);

        Assert.Contains(expected, lost.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("login: ", "it sent \"login: \" without a line end.")]
    [InlineData("", "it sent nothing.")]
    [InlineData("* OK ready", "it sent \"* OK ready\" without a line end.")]
    [InlineData("220 smtp", "it sent \"220 smtp\" without a line end.")]
    [InlineData("\r\n", "it sent nothing.")]
    [InlineData("* CAPABILITY IMAP4rev1\r\n", "it sent \"* CAPABILITY IMAP4rev1\" and no greeting.")]
    [InlineData("* CAPABILITY IMAP4rev1\r\n* OK ready", "it sent \"* OK ready\" without a line end.")]
    public async Task What_had_arrived_at_the_timeout_is_quoted(string said, string expected)
    {
        ManualTimeProvider clock = new();
        // What is written to such a pipe has been read when the write ends.
        (IDuplexPipe near, IDuplexPipe far) = CrossedPipes.Create(new PipeOptions(readerScheduler: PipeScheduler.Inline));
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(ImapTransport.FromPipe(near), ScriptedServerSteps.Options(clock), "imap.example.org");
        await far.Output.WriteAsync(Encoding.ASCII.GetBytes(said));

        clock.Advance(TimeSpan.FromMinutes(1));

        ImapConnectionException slow = await connecting.FailsAsync<ImapConnectionException>();
        Assert.Contains("imap.example.org did not greet within 30 seconds: " + expected, slow.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* CAPABILITY IMAP4rev1\r\n* OK ready\r\n")]
    [InlineData("\r\n* OK ready\r\n")]
    [InlineData("\0\0* OK ready\r\n")]
    [InlineData(" * OK ready\r\n")]
    [InlineData("*OK ready\r\n")]
    [InlineData("[CAPABILITY IMAP4rev1] ready\r\n")]
    [InlineData("* [CAPABILITY IMAP4rev1] ready\r\n")]
    [InlineData("* PREAUTH ready\r\n")]
    [InlineData("* OK\r\n")]
    public async Task What_some_servers_begin_with_is_accepted(string greeting)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(greeting);
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A1 NOOP\r\n", "{tag} OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    [Theory]
    [InlineData("* BYE shutting down")]
    [InlineData("A9 OK what\r\n* BYE shutting down")]
    [InlineData("*BYE shutting down\r")]
    public async Task A_BYE_without_a_line_end_says_why_later_on_too(string said)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A1 NOOP\r\n");
        await server.SendAsync(said);
        await server.CloseAsync();

        ImapConnectionException lost = await noop.FailsAsync<ImapConnectionException>();

        Assert.Equal("shutting down", lost.ByeText);
        Assert.Equal(CommandOutcome.Unknown, lost.Outcome);
    }

    private static async Task<ImapConnectionException> RefusedAsync(Func<ScriptedServer, string, Task> say, string said)
    {
        await using ScriptedServer server = ScriptedServer.Bare();
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(server.ClientTransport(), ScriptedServerSteps.Options(new ManualTimeProvider()), "imap.example.org");
        await say(server, said);
        return await connecting.FailsAsync<ImapConnectionException>();
    }
}
