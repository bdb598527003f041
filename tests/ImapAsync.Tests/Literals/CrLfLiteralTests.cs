using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Literals whose bare CR and LF become CR LF: their length is known beforehand, and correct.</summary>
public sealed class CrLfLiteralTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a\nb\n", "a\r\nb\r\n")]
    [InlineData("a\rb\r", "a\r\nb\r\n")]
    [InlineData("a\r\nb\r\n", "a\r\nb\r\n")]
    [InlineData("a\n\nb", "a\r\n\r\nb")]
    [InlineData("a\r\rb", "a\r\n\r\nb")]
    [InlineData("a\n\rb", "a\r\n\r\nb")]
    [InlineData("a\r\r\nb", "a\r\n\r\nb")]
    [InlineData("a\r\n\nb", "a\r\n\r\nb")]
    [InlineData("\n", "\r\n")]
    [InlineData("\r", "\r\n")]
    [InlineData("a", "a")]
    [InlineData("Subject: x\n\nline\n.\n\0", "Subject: x\r\n\r\nline\r\n.\r\n\0")]
    public async Task Every_line_ends_in_CRLF_however_the_octets_arrive(string written, string expected)
    {
        foreach ((string kind, Func<string, ImapLiteral> source) in Sources)
        {
            ImapLiteral literal = await source(written).WithCrLfAsync(Ct);

            Assert.Equal((kind, expected.Length), (kind, literal.Length));
            Assert.Equal((kind, expected), (kind, await WrittenAsync(literal)));
        }
    }

    [Fact]
    public async Task Any_text_comes_out_as_it_should()
    {
        Random random = new(1);
        for (int i = 0; i < 2000; i++)
        {
            string written = new([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => "ab\r\n"[random.Next(4)])]);
            string expected = written.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
            foreach ((_, Func<string, ImapLiteral> source) in Sources)
            {
                ImapLiteral literal = await source(written).WithCrLfAsync(Ct);
                Assert.Equal(expected.Length, literal.Length);
                Assert.Equal(expected, await WrittenAsync(literal));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(70_000)]
    [InlineData(200_000)]
    public async Task A_message_is_appended_with_its_length_from_memory_and_from_a_stream(int lines)
    {
        string written = string.Concat(Enumerable.Repeat("line\n", lines));
        string expected = string.Concat(Enumerable.Repeat("line\r\n", lines));
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options() with { SynchronizeLiteralsOver = long.MaxValue });
        int tag = 0;
        foreach ((_, Func<string, ImapLiteral> source) in Sources)
        {
            tag++;
            Task append = server.Connection.AppendAsync("INBOX", await source(written).WithCrLfAsync(Ct), Ct);
            await server.ExpectAsync($"A{tag} APPEND INBOX {{{expected.Length}+}}\r\n{expected}\r\n");
            await server.SendAsync($"A{tag} OK done\r\n");
            await append.InTime();
        }
    }

    [Fact]
    public async Task What_already_has_CRLF_is_sent_unchanged()
    {
        ImapLiteral literal = ImapLiteral.From("a\r\nb\r\n");
        Assert.Same(literal, await literal.WithCrLfAsync(Ct));
        ImapLiteral changed = await ImapLiteral.From("a\nb").WithCrLfAsync(Ct);
        Assert.Same(changed, await changed.WithCrLfAsync(Ct));
    }

    [Fact]
    public async Task From_memory_it_can_be_sent_again_and_from_a_stream_once()
    {
        ImapLiteral memory = await ImapLiteral.From("a\n").WithCrLfAsync(Ct);
        Assert.True(memory.IsRepeatable);
        Assert.Equal("a\r\n", await WrittenAsync(memory));
        Assert.Equal("a\r\n", await WrittenAsync(memory));

        ImapLiteral source = ImapLiteral.From(new MemoryStream("a\n"u8.ToArray()));
        ImapLiteral stream = await source.WithCrLfAsync(Ct);
        Assert.False(stream.IsRepeatable);
        await WrittenAsync(stream);
        Assert.Throws<InvalidOperationException>(stream.ThrowIfSpent);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await source.WithCrLfAsync(Ct));
    }

    [Fact]
    public async Task What_can_be_read_only_once_is_refused_with_advice()
    {
        OnceStream once = new("a\n"u8.ToArray(), isSeekable: false);
        foreach (ImapLiteral literal in (ImapLiteral[])[ImapLiteral.From(once, 2), ImapLiteral.From(PipeReader.Create(once), 2)])
        {
            NotSupportedException refusal = await Assert.ThrowsAsync<NotSupportedException>(async () => await literal.WithCrLfAsync(Ct));
            Assert.Contains("Copy them into a MemoryStream or a file", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a\nb\n", "a\nb\n\n", 4)]
    [InlineData("a\nb\n", "a\nbc", 4)]
    [InlineData("a\nb\n", "\n\n\n\n", 4)]
    [InlineData("a\nb\n", "a\n", 4)]
    public async Task A_stream_that_changes_after_the_count_ends_the_connection(string counted, string sent, int length)
    {
        using MemoryStream stream = new();
        stream.Write(Encoding.ASCII.GetBytes(counted));
        stream.Position = 0;
        ImapLiteral literal = await ImapLiteral.From(stream, length).WithCrLfAsync(Ct);
        stream.SetLength(0);
        stream.Write(Encoding.ASCII.GetBytes(sent));
        stream.Position = 0;
        await using ScriptedServer server = await ScriptedServer.StartAsync();

        Task append = server.Connection.AppendAsync("INBOX", literal, Ct);
        if (sent.StartsWith(counted, StringComparison.Ordinal))
        {
            // No more was requested than what was counted.
            await server.ExpectAsync("A1 APPEND INBOX {6+}\r\na\r\nb\r\n\r\n");
            return;
        }

        ImapConnectionException broken = await append.FailsAsync<ImapConnectionException>();
        Assert.Equal(CommandOutcome.NotSent, broken.Outcome);
    }

    [Fact]
    public async Task A_stream_that_is_too_short_is_detected_before_anything_is_sent()
    {
        using MemoryStream stream = new("a\n"u8.ToArray());
        await Assert.ThrowsAsync<EndOfStreamException>(async () => await ImapLiteral.From(stream, 3).WithCrLfAsync(Ct));
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public async Task A_stream_is_read_from_its_position()
    {
        using MemoryStream stream = new("skipped\na\nleft\n"u8.ToArray()) { Position = 8 };
        ImapLiteral literal = await ImapLiteral.From(stream, 2).WithCrLfAsync(Ct);
        Assert.Equal(8, stream.Position);
        Assert.Equal("a\r\n", await WrittenAsync(literal));
        Assert.Equal(10, stream.Position);
    }

    private static readonly (string Kind, Func<string, ImapLiteral> Source)[] Sources =
    [
        ("memory", static text => ImapLiteral.From(text)),
        ("sequence", static text => ImapLiteral.From(InSegments(text))),
        ("stream", static text => ImapLiteral.From(new MemoryStream(Encoding.UTF8.GetBytes(text)))),
        ("slow stream", static text => ImapLiteral.From(new OctetwiseStream(Encoding.UTF8.GetBytes(text)))),
    ];

    private static async Task<string> WrittenAsync(ImapLiteral literal)
    {
        using MemoryStream written = new();
        PipeWriter writer = PipeWriter.Create(written, new StreamPipeWriterOptions(leaveOpen: true));
        await literal.WriteToAsync(writer, static _ => { });
        await writer.CompleteAsync();
        return Encoding.UTF8.GetString(written.ToArray());
    }

    private static ReadOnlySequence<byte> InSegments(string text)
    {
        byte[] octets = Encoding.UTF8.GetBytes(text);
        return Segments.Of(octets.AsMemory(0, octets.Length / 2), octets.AsMemory(octets.Length / 2));
    }

    private sealed class OctetwiseStream(byte[] octets) : MemoryStream(octets)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(Length > 1000 ? buffer : buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
