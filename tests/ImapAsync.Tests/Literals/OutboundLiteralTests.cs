using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Outbound literals: which of them wait for the server's consent, and where their octets come from.</summary>
public sealed class OutboundLiteralTests
{
    private const string Text = "the octets of a message";

    [Theory]
    [InlineData("IMAP4rev1", 1, "{1}", true)]
    [InlineData("IMAP4rev1 LITERAL-", 4096, "{4096+}", false)]
    [InlineData("IMAP4rev1 LITERAL-", 4097, "{4097}", true)]
    [InlineData("IMAP4rev2", 4096, "{4096+}", false)]
    [InlineData("IMAP4rev2", 4097, "{4097}", true)]
    [InlineData("IMAP4rev1 LITERAL+", 131072, "{131072+}", false)]
    [InlineData("IMAP4rev1 LITERAL+", 131073, "{131073}", true)]
    [InlineData("IMAP4rev1 LITERAL+ LITERAL-", 131072, "{131072+}", false)]
    public async Task Only_what_the_server_allows_and_what_is_small_is_sent_without_waiting(string capabilities, int size, string header, bool waits)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync($"* PREAUTH [CAPABILITY {capabilities}] hello\r\n");
        Task<ImapResult<IReadOnlyList<string>>> put = server.Connection.SendAsync(Put(ImapLiteral.From(new byte[size]))).AsTask();
        await server.ExpectAsync($"A1 PUT {header}\r\n");
        if (waits)
        {
            Assert.Equal("", await server.ReceiveAllAsync());
            await server.SendAsync("+ go on\r\n");
        }

        await server.ExpectAsync(new string('\0', size) + "\r\n");
        await server.SendAsync("A1 OK done\r\n");
        Assert.True((await put.InTime()).IsOk);
    }

    [Fact]
    public async Task A_large_one_is_sent_without_waiting_on_request()
    {
        ImapConnectionOptions options = new() { SynchronizeLiteralsOver = long.MaxValue };
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: options);
        Task put = server.Connection.SendAsync(Put(ImapLiteral.From(new byte[131_073]))).AsTask();
        await server.ExpectAsync("A1 PUT {131073+}\r\n" + new string('\0', 131_073) + "\r\n");
        await server.SendAsync("A1 OK done\r\n");
        await put.InTime();
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sequence")]
    [InlineData("seekable stream")]
    [InlineData("stream")]
    [InlineData("pipe")]
    public async Task Every_source_gives_the_same_octets_and_is_read_once(string kind)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        OnceStream once = new(Encoding.ASCII.GetBytes("skipped" + Text + "left"), isSeekable: kind == "seekable stream");
        await once.ReadExactlyAsync(new byte[7]);
        ImapLiteral source = kind switch
        {
            "memory" => ImapLiteral.From(Encoding.ASCII.GetBytes(Text)),
            "sequence" => ImapLiteral.From(InSegments(Text)),
            "seekable stream" => ImapLiteral.From(new OnceStream(Encoding.ASCII.GetBytes(Text), isSeekable: true)),
            "stream" => ImapLiteral.From(once, Text.Length),
            _ => ImapLiteral.From(PipeReader.Create(once), Text.Length),
        };
        Task put = server.Connection.SendAsync(Put(source)).AsTask();
        await server.ExpectAsync("A1 PUT {23+}\r\nthe octets of a message\r\n");
        await server.SendAsync("A1 OK done\r\n");
        await put.InTime();
    }

    [Fact]
    public async Task No_more_than_a_few_buffers_are_read_ahead_of_the_network()
    {
        const int Size = 20_000_000;
        Pipe toServer = new();
        Pipe toClient = new();
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(ImapTransport.FromPipe(new Duplex(toClient.Reader, toServer.Writer)));
        await toClient.Writer.WriteAsync("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+] hello\r\n"u8.ToArray());
        await using ImapConnection connection = await connecting.InTime();
        MadeUpStream source = new();
        Task put = connection.SendAsync(Put(ImapLiteral.From(source, Size))).AsTask();

        long received = 0;
        bool isInvited = false;
        while (received < Size + "A1 PUT {20000000}\r\n\r\n".Length)
        {
            ReadResult result = await toServer.Reader.ReadAsync().InTime();
            received += result.Buffer.Length;
            toServer.Reader.AdvanceTo(result.Buffer.End);
            Assert.InRange(source.MadeUp, 0, received + (256 << 10));
            if (!isInvited && received == "A1 PUT {20000000}\r\n".Length)
            {
                Assert.Equal(0, source.MadeUp);
                isInvited = true;
                await toClient.Writer.WriteAsync("+ go on\r\n"u8.ToArray());
            }
        }

        await toClient.Writer.WriteAsync("A1 OK done\r\n"u8.ToArray());
        await put.InTime();
        Assert.Equal(Size, source.MadeUp);
        await toClient.Writer.CompleteAsync();
    }

    [Fact]
    public async Task A_command_that_is_cancelled_halfway_through_its_literal_is_finished_and_the_connection_stays_good()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Pipe source = new();
        using CancellationTokenSource cancel = new();
        Task put = server.Connection.SendAsync(Put(ImapLiteral.From(source.Reader, 10)), cancel.Token).AsTask();
        await source.Writer.WriteAsync("01234"u8.ToArray());
        await server.ExpectAsync("A1 PUT {10+}\r\n01234");
        await cancel.CancelAsync();
        await put.FailsAsync<OperationCanceledException>();

        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await source.Writer.WriteAsync("56789"u8.ToArray());
        await server.ExpectAsync("56789\r\nA2 NOOP\r\n");
        await server.SendAsync("A1 OK put\r\nA2 OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    [Fact]
    public async Task A_source_that_ends_early_ends_the_connection_because_half_a_literal_cannot_be_undone()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task put = server.Connection.SendAsync(Put(ImapLiteral.From(new MemoryStream("01234"u8.ToArray()), 10))).AsTask();
        ImapConnectionException lost = await put.FailsAsync<ImapConnectionException>();
        Assert.Equal(
            "The connection was lost while PUT was being sent: a literal of 10 octets that PUT was sending was interrupted, and a partly sent literal cannot be undone: "
            + "The source of a literal of 10 octets ended 5 octets early. Outcome: not sent completely, so the server has not done it.",
            lost.Message);
        Assert.Equal(CommandOutcome.NotSent, lost.Outcome);
    }

    // Sent again it would end early, and the connection with it.
    [Theory]
    [InlineData("stream")]
    [InlineData("pipe")]
    public async Task A_source_that_was_sent_cannot_be_sent_again_and_the_connection_stays_good(string kind)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        MemoryStream octets = new(Encoding.ASCII.GetBytes(Text));
        ImapLiteral source = kind == "stream" ? ImapLiteral.From(octets) : ImapLiteral.From(PipeReader.Create(octets), Text.Length);
        Task put = server.Connection.SendAsync(Put(source)).AsTask();
        await server.AnswerAsync("A1 PUT {23+}\r\nthe octets of a message\r\n", "{tag} NO not there\r\n");
        await put.InTime();

        InvalidOperationException spent = await server.Connection.SendAsync(Put(source)).AsTask().FailsAsync<InvalidOperationException>();
        Assert.Contains("have already been sent", spent.Message, StringComparison.Ordinal);
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        string line = await server.ReceiveLineAsync();
        Assert.EndsWith(" NOOP", line, StringComparison.Ordinal);
        await server.SendAsync($"{line[..2]} OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    [Fact]
    public async Task A_source_that_the_server_refused_can_be_sent_later()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n");
        ImapLiteral source = ImapLiteral.From(new MemoryStream(Encoding.ASCII.GetBytes(Text)));
        Task<ImapResult<IReadOnlyList<string>>> refused = server.Connection.SendAsync(Put(source)).AsTask();
        await server.AnswerAsync("A1 PUT {23}\r\n", "{tag} NO [TRYCREATE] not there\r\n");
        Assert.Equal("TRYCREATE", (await refused.InTime()).Code!.Name);

        Task<ImapResult<IReadOnlyList<string>>> put = server.Connection.SendAsync(Put(source)).AsTask();
        await server.AnswerAsync("A2 PUT {23}\r\n", "+ go on\r\n");
        await server.ExpectAsync(Text + "\r\n");
        await server.SendAsync("A2 OK done\r\n");
        Assert.True((await put.InTime()).IsOk);
    }

    private static TestCommand Put(ImapLiteral literal) => new("PUT") { Writing = encoder => encoder.Literal(literal) };

    private static ReadOnlySequence<byte> InSegments(string text)
    {
        Segment first = new(Encoding.ASCII.GetBytes(text[..4]), 0);
        Segment last = first.Append(Encoding.ASCII.GetBytes(text[4..9])).Append(Encoding.ASCII.GetBytes(text[9..]));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long start) => (Memory, RunningIndex) = (memory, start);

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            Segment next = new(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
