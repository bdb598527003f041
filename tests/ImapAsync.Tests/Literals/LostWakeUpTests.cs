using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Moments at which the read loop and a consumer could each wait for the other.</summary>
public sealed class LostWakeUpTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly UidFetchCommand TwoParts = new(UidSet.Parse("7,9"), [FetchItem.Body(BodySection.Part(1)), FetchItem.Body(BodySection.Part(2))]);

    [Fact]
    public async Task A_second_body_of_a_message_that_was_left_behind_is_discarded()
    {
        // Bodies too large to be held in memory, so that each is streamed.
        ImapConnectionOptions options = ScriptedServerSteps.Options() with { Limits = new ImapLimits { MaxReadAheadOctets = 1000, MaxLiteralOctets = 2 } };
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: options);
        SelectedMailbox inbox = await StreamedBodyTests.SelectAsync(server);
        await using IAsyncEnumerator<FetchedMessage> messages = inbox.StreamAsync(TwoParts).GetAsyncEnumerator(Ct);
        ValueTask<bool> first = messages.MoveNextAsync();
        await server.ExpectAsync("A2 UID FETCH 7,9 (UID BODY.PEEK[1] BODY.PEEK[2])\r\n");
        await server.SendAsync("* 1 FETCH (UID 7 BODY[1] {3}\r\n");
        Assert.True(await first.InTime());

        ValueTask<bool> second = messages.MoveNextAsync();
        await server.SendAsync($"abc BODY[2] {{5000}}\r\n{new string('x', 5000)})\r\n* 2 FETCH (UID 9 BODY[1] {{3}}\r\n");
        Assert.True(await second.InTime());
        Assert.Equal(9u, messages.Current.Uid.Value);
        Assert.False(server.Connection.Core.Commands.Flow.IsFull);
    }

    [Fact]
    public async Task A_pipe_whose_reader_needs_more_than_was_read_ahead_gets_it_after_the_waiting_commands_have_gone()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await StreamedBodyTests.SelectAsync(server);
        await using IAsyncEnumerator<FetchedMessage> messages = inbox.StreamAsync(new UidFetchCommand(new Uid(7), [FetchItem.Body()])).GetAsyncEnumerator(Ct);
        ValueTask<bool> first = messages.MoveNextAsync();
        await server.ExpectAsync("A2 UID FETCH 7 (UID BODY.PEEK[])\r\n");
        await server.SendAsync("* 1 FETCH (UID 7 BODY[] {10}\r\n");
        Assert.True(await first.InTime());
        PipeReader pipe = messages.Current.Section(BodySection.Full)!.OpenPipe();

        // A command waits, so that the body is read ahead, and is then cancelled.
        using CancellationTokenSource cancel = new();
        Task waiting = server.Connection.SendAsync(new NoopCommand(), cancel.Token).AsTask();
        await server.ExpectAsync("A3 NOOP\r\n");
        Task<ReadResult> reading = pipe.ReadAsync(Ct).AsTask();
        await server.SendAsync("12345");
        ReadResult half = await reading.InTime();
        await cancel.CancelAsync();
        await waiting.FailsAsync<OperationCanceledException>();

        pipe.AdvanceTo(half.Buffer.Start, half.Buffer.End);
        ValueTask<ReadResult> more = pipe.ReadAsync(Ct);
        await server.SendAsync("67890");
        ReadResult whole = await more.InTime();
        Assert.Equal("1234567890", Encoding.ASCII.GetString(whole.Buffer));
        Assert.True(whole.IsCompleted);

        // Examined and requested again, it is available again.
        pipe.AdvanceTo(whole.Buffer.Start, whole.Buffer.End);
        ValueTask<ReadResult> again = pipe.ReadAsync(Ct);
        await server.SendAsync(")\r\nA2 OK done\r\nA3 OK done\r\n");
        Assert.Equal("1234567890", Encoding.ASCII.GetString((await again.InTime()).Buffer));
        await pipe.CompleteAsync();
        Assert.False(await messages.MoveNextAsync().InTime());
    }

    [Fact]
    public async Task A_read_of_what_is_read_ahead_ends_when_the_body_is_abandoned()
    {
        Pipe input = new();
        InboundLiteral literal = new(10, input.Reader, Flow());
        Assert.Equal(LiteralDuty.ReadAhead, literal.NextDuty(othersWait: true));
        Task reading = literal.ReadAsync(Ct).AsTask();
        Assert.False(reading.IsCompleted);
        literal.Abandon();
        InvalidOperationException exception = await reading.FailsAsync<InvalidOperationException>();
        Assert.Contains("left unread", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_comes_too_late_for_its_read_does_not_end_the_next_one()
    {
        Pipe input = new();
        InboundLiteral literal = new(5, input.Reader, Flow());
        input.Reader.CancelPendingRead();
        ValueTask<ReadOnlySequence<byte>> reading = literal.ReadAsync(Ct);
        await input.Writer.WriteAsync("hello"u8.ToArray(), Ct);
        Assert.Equal(5, (await reading.InTime()).Length);
    }

    [Fact]
    public async Task A_cancellation_that_comes_too_late_does_not_end_the_connection()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await StreamedBodyTests.SelectAsync(server);
        IAsyncEnumerator<FetchedMessage> messages = inbox.StreamAsync(new UidFetchCommand(new Uid(7), [FetchItem.Body()])).GetAsyncEnumerator(Ct);
        ValueTask<bool> first = messages.MoveNextAsync();
        await server.ExpectAsync("A2 UID FETCH 7 (UID BODY.PEEK[])\r\n");
        await server.SendAsync("* 1 FETCH (UID 7 BODY[] {10}\r\n");
        Assert.True(await first.InTime());
        await messages.DisposeAsync();

        server.Connection.Core.Context.Transport.Input.CancelPendingRead();
        Task<ImapResult<ImapNothing>> noop = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.ExpectAsync("A3 NOOP\r\n");
        await server.SendAsync("1234567890)\r\nA2 OK done\r\nA3 OK done\r\n");
        Assert.True((await noop.InTime()).IsOk);
    }

    [Fact]
    public async Task A_consumer_that_moves_without_making_room_has_not_stalled()
    {
        ManualTimeProvider clock = new();
        FlowControl flow = new(ImapLimits.Default, clock, TimeSpan.FromSeconds(10));
        int stalls = 0;
        Task waiting = flow.WaitForRoomAsync(() => stalls++).AsTask();
        clock.Advance(TimeSpan.FromSeconds(6));
        flow.Moved();
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(0, stalls);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, stalls);
        flow.Parking.Resume();
        await waiting.InTime();
    }

    private static FlowControl Flow() => new(ImapLimits.Default, TimeProvider.System, TimeSpan.FromMinutes(1));
}
