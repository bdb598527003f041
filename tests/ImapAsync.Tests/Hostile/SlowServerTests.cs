using System.Text;
using static ImapAsync.Tests.HostileSteps;

namespace ImapAsync.Tests;

/// <summary>Servers that are slow, or stop in the middle of something. The time is a manual clock's.</summary>
[Collection(nameof(HostileFigures))]
public sealed class SlowServerTests(HostileFigures figures)
{
    [Fact]
    public Task A_greeting_of_one_octet_a_second() => figures.MeasureAsync("greets with one octet a second, without end (by a manual clock)", async () =>
    {
        ManualTimeProvider clock = new();
        await using DribblingStream stream = new(clock, "* OK " + new string('h', 100_000));
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(ImapTransport.FromStream(stream), ScriptedServerSteps.Options(clock));
        ImapConnectionException refusal = await connecting.FailsAsync<ImapConnectionException>();
        Assert.IsType<TimeoutException>(refusal.InnerException);
        Assert.Contains("did not greet within", refusal.Message, StringComparison.Ordinal);
        return "does not connect: `ImapConnectionException` after `ConnectTimeout`";
    });

    [Fact]
    public Task No_greeting() => figures.MeasureAsync("never greets (by a manual clock)", async () =>
    {
        ManualTimeProvider clock = new();
        await using ScriptedServer server = ScriptedServer.Bare();
        Task<ImapConnection> connecting = ImapConnection.ConnectAsync(server.ClientTransport(), ScriptedServerSteps.Options(clock));
        await clock.WhenTimersArmedAsync().InTime();
        clock.Advance(TransportOptions.Default.ConnectTimeout);
        ImapConnectionException refusal = await connecting.FailsAsync<ImapConnectionException>();
        Assert.IsType<TimeoutException>(refusal.InnerException);
        return "does not connect: `ImapConnectionException` after `ConnectTimeout`";
    });

    // Slow is not dead: only a server that says nothing at all is abandoned.
    [Fact]
    public Task An_answer_of_one_octet_a_second() => figures.MeasureAsync("answers with one octet a second for an hour (by a manual clock)", async () =>
    {
        ManualTimeProvider clock = new();
        string list = $"* LIST () \"/\" \"{new string('x', 3500)}\"\r\n";
        await using DribblingStream stream = new(clock, Greeting, list + "A1 OK done\r\n", "A2 OK done\r\n");
        await using ImapConnection connection = await ImapConnection.ConnectAsync(ImapTransport.FromStream(stream), ScriptedServerSteps.Options(clock) with
        {
            Transport = new TransportOptions { ConnectTimeout = TimeSpan.FromMinutes(10) },
        }).InTime();
        DateTimeOffset before = clock.GetUtcNow();
        Assert.Equal(3500, Assert.Single(await connection.ListAsync().InTime()).Name.ToString().Length);
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(65));
        return await connection.SurvivesAsync();
    });

    [Fact]
    public Task A_literal_that_stops_half_way() => figures.MeasureAsync("closes half way through a literal", async () =>
    {
        await using HostileServer server = Answering(static async (peer, _) =>
        {
            await peer.SendAsync("* LIST () \"/\" {1000000}\r\n" + new string('a', 500_000));
            peer.HangUp();
        });
        await using ImapConnection connection = await server.ConnectAsync();
        ImapConnectionException lost = await connection.DiesAsync(connection.ListAsync());
        Assert.Contains("in the middle of a response", lost.Message, StringComparison.Ordinal);
        return "ends with `ImapConnectionException`";
    });

    [Theory]
    [InlineData("* LIST () \"/\" {1000}\r\n")]
    [InlineData("* LIST () \"/\" \"half")]
    [InlineData("A1")]
    [InlineData("A1 OK done\r")]
    public Task A_response_that_stops_half_way(string response) => figures.MeasureAsync($"falls silent after `{response.TrimEnd()}` (by a manual clock)", async () =>
    {
        ManualTimeProvider clock = new();
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: ScriptedServerSteps.Options(clock));
        Task list = server.Connection.ListAsync();
        await server.ExpectAsync("A1 LIST \"\" *\r\n");
        await server.SendAsync(response);
        clock.Advance(TimeSpan.FromMinutes(2.5));
        clock.Advance(TimeSpan.FromMinutes(2.5));
        ImapConnectionException lost = await server.Connection.DiesAsync(list);
        Assert.IsType<TimeoutException>(lost.InnerException);
        return "ends with `ImapConnectionException` after `SilenceTimeout`";
    });

    [Fact]
    public Task A_server_that_does_not_read() => figures.MeasureAsync("does not read a message of 64 MiB (by a manual clock)", async () =>
    {
        ManualTimeProvider clock = new();
        TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using HostileServer server = new(async peer =>
        {
            await peer.SendAsync(Greeting);
            await over.Task;
            peer.HangUp();
        });
        await using ImapConnection connection = await server.ConnectAsync(ScriptedServerSteps.Options(clock) with { SynchronizeLiteralsOver = long.MaxValue });
        ReadOnlyMemory<byte> message = new byte[64 << 20];
        Task append = connection.AppendAsync("INBOX", new AppendMessage(ImapLiteral.From(message)));
        await clock.WhenTimersArmedAsync(1).InTime();
        for (int i = 0; i < 6 && !append.IsCompleted; i++)
            clock.Advance(TimeSpan.FromMinutes(1));
        ImapConnectionException lost = await append.FailsAsync<ImapConnectionException>();
        over.SetResult();
        Assert.IsType<TimeoutException>(lost.InnerException);
        // Not completely, so that the server cannot have executed it.
        Assert.Equal(CommandOutcome.NotSent, lost.Outcome);
        return "ends with `ImapConnectionException` after `SilenceTimeout`";
    });

    /// <summary>A server in one stream: each read of one octet takes a second, and each text waits until the client has written again.</summary>
    private sealed class DribblingStream(ManualTimeProvider clock, params string[] texts) : Stream
    {
        private readonly SemaphoreSlim _written = new(1);
        private int _text = -1;
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (buffer.IsEmpty)
                return 0;
            if (_text < 0 || _at == texts[_text].Length)
            {
                await _written.WaitAsync(cancellationToken);
                if (_text + 1 == texts.Length)
                    return 0;
                (_text, _at) = (_text + 1, 0);
            }

            await Task.Yield();
            clock.Advance(TimeSpan.FromSeconds(1));
            buffer.Span[0] = Encoding.ASCII.GetBytes(texts[_text], _at++, 1)[0];
            return 1;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _written.Release();
            return default;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            // A read that waits ends with the stream.
            if (disposing)
                _written.Release();
            base.Dispose(disposing);
        }
    }
}
