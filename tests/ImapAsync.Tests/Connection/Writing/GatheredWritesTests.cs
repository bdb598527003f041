using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>What waits to be written is sent in large writes, including literals, and the amount gathered for one is limited.</summary>
public sealed class GatheredWritesTests
{
    [Fact]
    public async Task Commands_with_their_literals_are_sent_together()
    {
        await using Held held = await Held.StartAsync();
        ImapLiteral message = new byte[10_000];
        Task[] appends = [.. Enumerable.Range(0, 100).Select(_ => held.Connection.AppendAsync("INBOX", message))];
        string[] expected = [.. Enumerable.Range(2, 100).Select(static tag => $"A{tag} APPEND INBOX {{10000+}}\r\n{new string('\0', 10_000)}\r\n")];

        IReadOnlyList<int> writes = await held.ReleaseAsync(string.Concat(expected));

        Assert.InRange(writes.Count, 10, 25);
        Assert.All(writes, static length => Assert.InRange(length, 1, 80 << 10));
        await held.AnswerAsync(string.Concat(Enumerable.Range(2, 100).Select(static tag => $"A{tag} OK [APPENDUID 1 {tag}] done\r\n")));
        await Task.WhenAll(appends).InTime();
    }

    [Fact]
    public async Task One_command_with_its_literal_is_sent_in_one_write()
    {
        await using Held held = await Held.StartAsync();
        Task append = held.Connection.AppendAsync("INBOX", new byte[30_000]);

        IReadOnlyList<int> writes = await held.ReleaseAsync($"A2 APPEND INBOX {{30000+}}\r\n{new string('\0', 30_000)}\r\n");

        Assert.Single(writes);
        await held.AnswerAsync("A2 OK done\r\n");
        await append.InTime();
    }

    [Fact]
    public async Task A_command_with_many_literals_is_not_gathered_as_a_whole()
    {
        await using Held held = await Held.StartAsync();
        TestCommand command = new("PUT") { Writing = static encoder => Array.ForEach([.. Enumerable.Range(1, 50)], size => encoder.Literal(new byte[size * 1000])) };
        Task put = held.Connection.SendAsync(command).AsTask();

        IReadOnlyList<int> writes = await held.ReleaseAsync($"A2 PUT {string.Join(' ', Enumerable.Range(1, 50).Select(static size => $"{{{size}000+}}\r\n{new string('\0', size * 1000)}"))}\r\n");

        Assert.All(writes, static length => Assert.InRange(length, 1, 100 << 10));
        await held.AnswerAsync("A2 OK done\r\n");
        await put.InTime();
    }

    /// <summary>A connection whose NOOP is being written while everything else arrives, so that it waits in the queue.</summary>
    private sealed class Held(Pipe toClient, HeldStream stream, ImapConnection connection) : IAsyncDisposable
    {
        public ImapConnection Connection => connection;

        public static async Task<Held> StartAsync()
        {
            Pipe toClient = new();
            HeldStream stream = new(toClient.Reader.AsStream());
            await toClient.Writer.WriteAsync("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+] hello\r\n"u8.ToArray());
            ImapConnection connection = await ImapConnection.ConnectAsync(ImapTransport.FromStream(stream)).InTime();
            _ = connection.NoopAsync();
            await stream.Begun.InTime();
            return new Held(toClient, stream, connection);
        }

        /// <summary>Lets everything be written; returns the lengths of the writes after the NOOP.</summary>
        public async Task<IReadOnlyList<int>> ReleaseAsync(string expected)
        {
            List<byte[]> writes = await stream.ReleaseAsync("A1 NOOP\r\n".Length + expected.Length).InTime();
            Assert.Equal("A1 NOOP\r\n", Encoding.Latin1.GetString(writes[0]));
            Assert.Equal(expected, string.Concat(writes.Skip(1).Select(Encoding.Latin1.GetString)));
            return [.. writes.Skip(1).Select(static write => write.Length)];
        }

        public async Task AnswerAsync(string answer) => await toClient.Writer.WriteAsync(Encoding.Latin1.GetBytes("A1 OK done\r\n" + answer));

        public async ValueTask DisposeAsync()
        {
            await toClient.Writer.CompleteAsync();
            await connection.DisposeAsync();
        }
    }

    private sealed class HeldStream(Stream input) : RecordingStream
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile int _expected;
        private int _written;

        public Task Begun => _begun.Task;

        public async Task<List<byte[]>> ReleaseAsync(int expected)
        {
            _expected = expected;
            _released.SetResult();
            await _complete.Task;
            return Writes;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _begun.TrySetResult();
            await _released.Task;
            await base.WriteAsync(buffer, cancellationToken);
            _written += buffer.Length;
            if (_written >= _expected)
                _complete.TrySetResult();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => input.ReadAsync(buffer, cancellationToken);
    }
}
