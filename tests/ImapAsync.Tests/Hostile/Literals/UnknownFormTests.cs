using System.Text;

namespace ImapAsync.Tests;

/// <summary>Forms of a message to which Dovecot 2.3.19, if it does not know them, says neither <c>+</c> nor BAD until the next line comes: they are not sent.</summary>
public sealed class UnknownFormTests
{
    private static readonly ImapLiteral Mail = Encoding.UTF8.GetBytes("Subject: ü\r\n\r\ny1 CREATE injected\r\n");

    private static readonly AppendMessage Plain = new(Mail);

    private static readonly AppendMessage Utf8 = new(Mail) { Form = AppendForm.Utf8 };

    private static readonly AppendMessage Parts = new([CatenatePart.Text(Mail)]);

    private static readonly AppendMessage Utf8Part = new([CatenatePart.Url("/x/;UID=1"), CatenatePart.Text(Mail, AppendForm.Utf8)]);

    [Theory]
    [InlineData("", "which this one does not announce")]
    [InlineData("BINARY CATENATE", "which this one does not announce")]
    [InlineData("UTF8=ACCEPT CATENATE ENABLE", "EnableAsync([\"UTF8=ACCEPT\"])")] // announced, but not enabled
    [InlineData("UTF8=ONLY ENABLE", "EnableAsync([\"UTF8=ACCEPT\"])")]
    public async Task A_message_in_UTF_8_is_not_sent_before_that_is_enabled(string announced, string advice)
    {
        await using ScriptedServer server = await StartAsync(announced);
        SelectedMailbox inbox = await server.SelectAsync();
        foreach (Func<Task> send in Ways(inbox, Utf8))
            Assert.Contains(advice, (await send.Refused()).Message, StringComparison.Ordinal);
        await NothingWasSentAsync(server);
    }

    // RFC 9051 has no such form.
    [Fact]
    public async Task Nor_when_only_the_second_revision_is_enabled()
    {
        await using ScriptedServer server = await StartAsync("IMAP4rev2 ENABLE UTF8=ACCEPT");
        await EnableAsync(server, "IMAP4rev2");
        await ((Func<Task>)(() => server.Connection.AppendAsync("x", Utf8))).Refused();
        await NothingWasSentAsync(server);
    }

    [Theory]
    [InlineData("UTF8=ACCEPT CATENATE")]
    [InlineData("UTF8=ONLY CATENATE")]
    public async Task It_is_sent_as_soon_as_it_is_enabled(string announced)
    {
        await using ScriptedServer server = await StartAsync("ENABLE " + announced);
        Task enabling = server.Connection.EnableAsync(["UTF8=ACCEPT"]);
        Task appending = server.Connection.AppendAsync("x", Utf8);
        await server.AnswerAsync("A1 ENABLE UTF8=ACCEPT\r\n", "* ENABLED UTF8=ACCEPT\r\n{tag} OK done\r\n");
        await enabling.InTime();
        await server.AnswerAsync("A2 APPEND x UTF8 (~{35+}\r\nSubject: \u00c3\u00bc\r\n\r\ny1 CREATE injected\r\n)\r\n", "{tag} OK done\r\n");
        await appending.InTime();
        _ = server.Connection.AppendAsync("x", Utf8Part);
        await server.ExpectAsync("A3 APPEND x CATENATE (URL \"/x/;UID=1\" UTF8 (~{35+}\r\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("BINARY MULTIAPPEND REPLACE UTF8=ACCEPT")]
    public async Task Parts_are_not_sent_to_a_server_that_does_not_assemble_them(string announced)
    {
        await using ScriptedServer server = await StartAsync(announced);
        SelectedMailbox inbox = await server.SelectAsync();
        foreach (AppendMessage message in new[] { Parts, Utf8Part, new AppendMessage([CatenatePart.Text(Mail, AppendForm.Binary)]) })
        {
            foreach (Func<Task> send in Ways(inbox, message))
                Assert.Contains("CATENATE, which this one does not announce", (await send.Refused()).Message, StringComparison.Ordinal);
        }

        await NothingWasSentAsync(server);
    }

    [Fact]
    public async Task They_are_sent_to_one_that_does()
    {
        await using ScriptedServer server = await StartAsync("CATENATE");
        _ = server.Connection.AppendAsync("x", Parts);
        await server.ExpectAsync("A1 APPEND x CATENATE (TEXT {35+}\r\n");
    }

    // A stream can be sent once: it is still whole.
    [Fact]
    public async Task What_was_not_sent_can_be_sent_another_way()
    {
        await using ScriptedServer server = await StartAsync("");
        ImapLiteral stream = ImapLiteral.From(new MemoryStream("one"u8.ToArray()));
        await ((Func<Task>)(() => server.Connection.AppendAsync("x", new AppendMessage(stream) { Form = AppendForm.Utf8 }))).Refused();
        _ = server.Connection.AppendAsync("x", new AppendMessage(stream));
        Assert.EndsWith(" APPEND x {3+}\r\n", await server.ReceiveUntilAsync("\r\n"), StringComparison.Ordinal);
        await server.ExpectAsync("one\r\n");
    }

    private static IEnumerable<Func<Task>> Ways(SelectedMailbox inbox, AppendMessage message) =>
    [
        () => inbox.AppendAsync("x", message),
        () => inbox.AppendAsync("x", [Plain, message]),
        () => inbox.AppendAsync("x", [message, Plain]),
        () => inbox.ReplaceAsync(new Uid(7), "x", message),
        () => inbox.ReplaceAsync(new SequenceNumber(7), "x", message),
        () => inbox.SendAsync(new AppendCommand("x", message)).AsTask(),
    ];

    private static Task<ScriptedServer> StartAsync(string announced) =>
        ScriptedServer.StartAsync($"* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ {announced}] ready\r\n".Replace(" ]", "]", StringComparison.Ordinal));

    private static async Task EnableAsync(ScriptedServer server, string capability)
    {
        Task enabling = server.Connection.EnableAsync([capability]);
        await server.AnswerAsync($"A1 ENABLE {capability}\r\n", $"* ENABLED {capability}\r\n{{tag}} OK done\r\n");
        await enabling.InTime();
    }

    private static async Task NothingWasSentAsync(ScriptedServer server)
    {
        Task noop = server.Connection.NoopAsync();
        string line = await server.ReceiveUntilAsync("\r\n");
        Assert.Matches("^A\\d+ NOOP\r\n$", line);
        await server.SendAsync($"{line.Split(' ')[0]} OK done\r\n");
        await noop.InTime();
    }
}

file static class Refusals
{
    public static async Task<NotSupportedException> Refused(this Func<Task> send)
    {
        NotSupportedException refusal = await Assert.ThrowsAsync<NotSupportedException>(() => send().InTime());
        Assert.StartsWith("The message was not sent: ", refusal.Message, StringComparison.Ordinal);
        return refusal;
    }
}
