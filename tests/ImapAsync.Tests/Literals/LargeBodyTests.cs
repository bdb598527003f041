namespace ImapAsync.Tests;

/// <summary>Bodies larger than memory should ever hold, from a server that generates the octets.</summary>
public sealed class LargeBodyTests
{
    [Fact]
    public async Task A_command_that_waits_for_an_unread_body_ends_in_an_error_that_names_it()
    {
        const long Size = 8 << 20;
        ManualTimeProvider time = new();
        ImapConnectionOptions options = new() { TimeProvider = time, Limits = new ImapLimits { MaxReadAheadOctets = 1 << 20 } };
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: options);
        SelectedMailbox inbox = await StreamedBodyTests.SelectAsync(server);
        Task serving = ServeAsync(server, Size);
        await foreach (FetchedMessage message in inbox.StreamAsync(new UidFetchCommand(new Uid(1), [FetchItem.Body()])))
        {
            await using Stream body = message.OpenBody();
            await body.ReadExactlyAsync(new byte[1000]);

            Task<ImapResult<ImapNothing>> behind = server.Connection.SendAsync(new NoopCommand()).AsTask();
            await time.WhenTimersArmedAsync(2);
            time.Advance(options.StallTimeout);
            ImapBlockedException exception = await Assert.ThrowsAsync<ImapBlockedException>(() => behind);
            Assert.Contains("8388608 octets", exception.Message, StringComparison.Ordinal);
            Assert.Contains("UID FETCH", exception.Message, StringComparison.Ordinal);

            CountingStream rest = new();
            await body.CopyToAsync(rest);
            Assert.Equal(Size - 1000, rest.Octets);
        }

        await serving;
        await server.ExpectAsync("A3 NOOP\r\n");
        await server.SendAsync("A3 OK late\r\n");
        Task<ImapResult<ImapNothing>> next = server.Connection.SendAsync(new NoopCommand()).AsTask();
        await server.AnswerAsync("A4 NOOP\r\n", "{tag} OK\r\n");
        Assert.True((await next).IsOk);
    }

    internal static async Task ServeAsync(ScriptedServer server, long size)
    {
        await server.ExpectAsync("A2 UID FETCH 1 (UID BODY.PEEK[])\r\n");
        await server.SendAsync($"* 1 FETCH (UID 1 BODY[] {{{size}}}\r\n");
        byte[] chunk = new byte[1 << 18];
        for (long left = size; left > 0; left -= chunk.Length)
            await server.SendAsync(chunk.AsMemory(0, (int)Math.Min(chunk.Length, left)));
        await server.SendAsync(")\r\nA2 OK done\r\n");
    }
}

/// <summary>Counts what is written to it.</summary>
internal sealed class CountingStream : Stream
{
    public long Octets { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Octets;

    public override long Position { get => Octets; set => throw new NotSupportedException(); }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Octets += buffer.Length;
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Octets += count;
        return Task.CompletedTask;
    }

    public override void Write(byte[] buffer, int offset, int count) => Octets += count;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
