using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>Which literals are sent without waiting, and what happens to a connection whose server did not understand one of them.</summary>
public sealed class LiteralAttackTests
{
    private const string Mail = "From: x\r\n\r\ny1 CREATE injected\r\n";

    [Theory]
    [InlineData("", AppendForm.Literal, "{31+}\r\n")]
    [InlineData("", AppendForm.Binary, "~{31}\r\n")]
    [InlineData("UTF8=ACCEPT", AppendForm.Binary, "~{31}\r\n")]
    [InlineData("BINARY", AppendForm.Binary, "~{31+}\r\n")]
    public async Task A_form_that_is_not_announced_waits(string announced, AppendForm form, string expected)
    {
        await using ScriptedServer server = await StartAsync(announced);
        Task<ImapResult<AppendResult>> appending = server.Connection.SendAsync(Append(form)).AsTask();
        await server.ExpectAsync("A1 APPEND x " + expected);
        if (expected.Contains('+', StringComparison.Ordinal))
        {
            await server.ExpectAsync(Mail + "\r\n");
            await server.SendAsync("A1 OK done\r\n");
            Assert.True((await appending.InTime()).IsOk);
            return;
        }

        // As Dovecot 2.3.19, GNU mailutils and go-imap v1 say.
        await server.SendAsync("A1 BAD Error in IMAP command APPEND: Missing ')'\r\n");
        Assert.Equal(ImapStatus.Bad, (await appending.InTime()).Status);
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    [Fact]
    public async Task A_message_in_UTF_8_is_sent_without_waiting_once_that_is_enabled()
    {
        await using ScriptedServer server = await StartAsync("ENABLE UTF8=ACCEPT");
        Task enabling = server.Connection.EnableAsync(["UTF8=ACCEPT"]);
        await server.AnswerAsync("A1 ENABLE UTF8=ACCEPT\r\n", "* ENABLED UTF8=ACCEPT\r\n{tag} OK done\r\n");
        await enabling.InTime();
        _ = server.Connection.SendAsync(Append(AppendForm.Utf8)).AsTask();
        await server.ExpectAsync($"A2 APPEND x UTF8 (~{{31+}}\r\n{Mail})\r\n");
    }

    [Theory]
    [InlineData("A1 BAD Missing ')'\r\n", CommandOutcome.Rejected)]
    [InlineData("A1 bad\r\n", CommandOutcome.Rejected)]
    [InlineData("* BAD Missing ')'\r\n", CommandOutcome.Unknown)]
    [InlineData("* BAD Invalid tag\r\nA1 OK done\r\n", CommandOutcome.Unknown)]
    [InlineData("From: BAD Unknown command\r\n", CommandOutcome.Unknown)] // the answer to the message's first line
    [InlineData("A9 BAD Unknown command\r\n", CommandOutcome.Unknown)]
    public async Task BAD_while_one_is_on_its_way_ends_the_connection(string answer, CommandOutcome outcome)
    {
        await using ScriptedServer server = await StartAsync("");
        Task<ImapResult<AppendResult>> appending = server.Connection.SendAsync(Append(AppendForm.Literal)).AsTask();
        Task<MailboxStatus> behind = server.Connection.StatusAsync("y", StatusItems.Messages);
        Task<ImapResult<ImapNothing>> queued = server.Connection.SendAsync(new Alone()).AsTask();
        await server.ExpectAsync($"A1 APPEND x {{31+}}\r\n{Mail}\r\nA2 STATUS y (MESSAGES)\r\n");
        await server.SendAsync(answer);

        ImapConnectionException closed = await appending.FailsAsync<ImapConnectionException>();
        Assert.Equal(outcome, closed.Outcome);
        Assert.IsType<ImapProtocolException>(closed.InnerException);
        Assert.Contains("may take the text in it for commands", closed.Message, StringComparison.Ordinal);
        Assert.Equal(CommandOutcome.Unknown, (await behind.FailsAsync<ImapConnectionException>()).Outcome);
        Assert.Equal(CommandOutcome.NotSent, (await queued.FailsAsync<ImapConnectionException>()).Outcome);
        await server.Connection.NoopAsync().FailsAsync<ImapConnectionException>();
        Assert.Equal("", await server.ReceiveAllAsync());
    }

    // The server has read what came before, or has shown that it knows the command.
    [Theory]
    [InlineData("A1 NO [TRYCREATE] no such mailbox\r\n", ImapStatus.No)]
    [InlineData("A1 OK done\r\n", ImapStatus.Ok)]
    public async Task Any_other_answer_does_not(string answer, ImapStatus status)
    {
        await using ScriptedServer server = await StartAsync("");
        Task<ImapResult<AppendResult>> appending = server.Connection.SendAsync(Append(AppendForm.Literal)).AsTask();
        await server.AnswerAsync($"A1 APPEND x {{31+}}\r\n{Mail}\r\n", answer);
        Assert.Equal(status, (await appending.InTime()).Status);
        Task noop = server.Connection.NoopAsync();
        await server.AnswerAsync("A2 NOOP\r\n", "{tag} OK done\r\n");
        await noop.InTime();
    }

    [Fact]
    public async Task BAD_after_an_invitation_does_not_either()
    {
        await using ScriptedServer server = await StartAsync("");
        Task<ImapResult<IReadOnlyList<string>>> put = server.Connection.SendAsync(new TestCommand("PUT")
        {
            Writing = static encoder => encoder.Literal("one"u8.ToArray()).Needs("X-NEW").Literal("two"u8.ToArray()),
        }).AsTask();
        await server.AnswerAsync("A1 PUT {3+}\r\none {3}\r\n", "+ go on\r\n");
        await server.ExpectAsync("two\r\n");
        await server.SendAsync("A1 BAD that is two\r\n");
        Assert.Equal(ImapStatus.Bad, (await put.InTime()).Status);
    }

    [Theory]
    [InlineData("MULTIAPPEND", "A1 APPEND x {3+}\r\none {3}\r\n", "A1 APPEND x {3+}\r\none {3+}\r\none\r\n")]
    [InlineData("METADATA", "A1 SETMETADATA x (/private/a {3}\r\n", "A1 SETMETADATA x (/private/a {3+}\r\na\nb)\r\n")]
    [InlineData("METADATA BINARY", "A1 SETMETADATA x (/private/a ~{3}\r\n", null)] // real Cyrus has both, but does not accept a literal8 there
    [InlineData("ANNOTATEMORE", "A1 SETANNOTATION x \"/a\" (\"v\" {3}\r\n", null)] // real Cyrus accepts not a literal for an entry
    [InlineData("QUOTA", "A1 GETQUOTA {3}\r\n", "A1 GETQUOTA {3+}\r\na\nb\r\n")]
    [InlineData("ID", "A1 ID (\"name\" {3}\r\n", "A1 ID (\"name\" {3+}\r\na\nb)\r\n")]
    [InlineData("X-RAW", "A1 X-RAW {3}\r\n", null)]
    public async Task What_an_extension_defines_waits_until_it_is_announced(string capability, string waits, string? goes)
    {
        await using ScriptedServer without = await StartAsync(goes is null ? capability : "");
        await without.ConnectionExpectsAsync(capability, waits);
        if (goes is null)
            return;
        await using ScriptedServer with = await StartAsync(capability);
        await with.ConnectionExpectsAsync(capability, goes);
    }

    private static Task<ScriptedServer> StartAsync(string announced) =>
        ScriptedServer.StartAsync($"* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ {announced}] ready\r\n".Replace(" ]", "]", StringComparison.Ordinal));

    private static AppendCommand Append(AppendForm form) => new("x", new AppendMessage(Encoding.ASCII.GetBytes(Mail)) { Form = form });

    private sealed record Alone() : ImapCommand<ImapNothing>("X-ALONE")
    {
        protected internal override CommandTraits Traits => CommandTraits.Exclusive;

        protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
    }
}

file static class Sending
{
    /// <summary>Sends a command of that extension, and expects octets and nothing after them.</summary>
    public static async Task ConnectionExpectsAsync(this ScriptedServer server, string capability, string octets)
    {
        AppendMessage one = new("one"u8.ToArray());
        ImapConnection to = server.Connection;
        Task sending = capability switch
        {
            "MULTIAPPEND" => to.AppendAsync("x", [one, one]),
            "METADATA" => to.SetMetadataAsync("x", [new MetadataEntry("/private/a", "a\nb")]),
            "METADATA BINARY" => to.SetMetadataAsync("x", [new MetadataEntry("/private/a", "a\0b")]),
            "ANNOTATEMORE" => to.SendAsync(new SetAnnotationCommand("x", "/a", new AnnotationAttribute("v", "a\nb"))).AsTask(),
            "QUOTA" => to.GetQuotaAsync("a\nb"),
            "ID" => to.IdAsync(new Dictionary<string, string?> { ["name"] = "a\nb" }),
            _ => (Task)to.SendRawAsync("X-RAW", ["a\nb"]),
        };
        await server.ExpectAsync(octets);
        Assert.Equal("", await server.ReceiveAllAsync());
        Assert.False(sending.IsCompleted);
    }
}
