using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

public class ProcessTransportTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_input_and_output_are_the_stream()
    {
        await using IImapTransport transport = ImapTransport.StartProcess(new ProcessStartInfo("cat"));
        for (int i = 0; i < 50; i++)
        {
            await transport.SendAsync($"a{i} NOOP\r\n");
            await transport.ExpectAsync($"a{i} NOOP\r\n");
        }

        Assert.Null(transport.Tls);
    }

    [Fact]
    public async Task Large_data_comes_through()
    {
        await using IImapTransport transport = ImapTransport.StartProcess(new ProcessStartInfo("cat"));
        byte[] data = new byte[1_000_000];
        new Random(1).NextBytes(data);
        Task writing = transport.Output.WriteAsync(data, Ct).AsTask();
        ArrayBufferWriter<byte> back = new();
        while (back.WrittenCount < data.Length)
        {
            ReadResult result = await transport.Input.ReadAsync(Ct);
            foreach (ReadOnlyMemory<byte> segment in result.Buffer)
                back.Write(segment.Span);
            transport.Input.AdvanceTo(result.Buffer.End);
        }

        await writing;
        Assert.True(back.WrittenSpan.SequenceEqual(data));
    }

    [Fact]
    public async Task A_failure_is_reported_in_the_words_of_the_process()
    {
        await using IImapTransport transport = ImapTransport.StartProcess(Shell("echo '* OK ready'; echo 'ssh: connect to host imap.example.org: No route to host' >&2; exit 255"));
        await transport.ExpectAsync("* OK ready\n");
        IOException failure = await Assert.ThrowsAsync<IOException>(async () => await transport.Input.ReadAsync(Ct));
        Assert.Equal("'sh' ended with exit code 255: ssh: connect to host imap.example.org: No route to host", failure.Message);
    }

    [Fact]
    public async Task A_failure_without_output_is_reported_too()
    {
        await using IImapTransport transport = ImapTransport.StartProcess(Shell("exit 3"));
        IOException failure = await Assert.ThrowsAsync<IOException>(async () => await transport.Input.ReadAsync(Ct));
        Assert.Equal("'sh' ended with exit code 3 and said nothing about it.", failure.Message);
    }

    [Fact]
    public async Task An_orderly_end_is_the_end_of_the_stream()
    {
        await using IImapTransport transport = ImapTransport.StartProcess(Shell("echo '* BYE'; echo warning >&2"));
        await transport.ExpectAsync("* BYE\n");
        await transport.ExpectEndAsync();
    }

    [Fact]
    public async Task Writing_to_a_process_that_has_failed_says_so()
    {
        await using IImapTransport transport = ImapTransport.StartProcess(Shell("exec <&-; echo broken >&2; exit 4"));
        await Assert.ThrowsAsync<IOException>(async () => await transport.Input.ReadAsync(Ct));
        IOException failure = await Assert.ThrowsAsync<IOException>(async () => await transport.Output.WriteAsync("a NOOP\r\n"u8.ToArray(), Ct));
        Assert.Equal("'sh' ended with exit code 4: broken", failure.Message);
    }

    [Fact]
    public async Task However_much_it_prints_it_is_not_blocked_and_only_the_last_part_is_kept()
    {
        await using IImapTransport transport = ImapTransport.StartProcess(Shell("i=0; while [ $i -lt 20000 ]; do echo line $i of many >&2; i=$((i+1)); done; exit 1"));
        IOException failure = await Assert.ThrowsAsync<IOException>(async () => await transport.Input.ReadAsync(Ct));
        Assert.EndsWith("line 19999 of many", failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 1000, 2200);
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_named()
    {
        IOException failure = Assert.Throws<IOException>(() => ImapTransport.StartProcess(new ProcessStartInfo("no-such-program-here")));
        Assert.StartsWith("'no-such-program-here' could not be started: ", failure.Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Disposing_closes_its_input_and_lets_it_end_by_itself()
    {
        string file = Path.GetTempFileName();
        try
        {
            IImapTransport transport = ImapTransport.StartProcess(Shell($"cat > /dev/null; echo ended > '{file}'"));
            await transport.SendAsync("a LOGOUT\r\n");
            await transport.DisposeAsync();
            Assert.Equal("ended\n", await File.ReadAllTextAsync(file, Ct));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stubborn_process_is_killed_with_its_children(bool abort)
    {
        ManualTimeProvider clock = new();
        IImapTransport transport = ImapTransport.StartProcess(Shell("sleep 1000 & echo $! $$; wait; wait; sleep 1000"), clock);
        int[] ids = [.. (await ReadLineAsync(transport)).Split(' ').Select(int.Parse)];
        using Process child = Process.GetProcessById(ids[0]);
        using Process shell = Process.GetProcessById(ids[1]);

        if (abort)
            transport.Abort();
        Task disposing = transport.DisposeAsync().AsTask();
        if (!abort)
        {
            await clock.WhenTimersArmedAsync();
            Assert.False(child.HasExited);
            clock.Advance(TimeSpan.FromSeconds(2));
        }

        await disposing;
        await child.WaitForExitAsync(Ct);
        await shell.WaitForExitAsync(Ct);
    }

    private static ProcessStartInfo Shell(string script) => new("sh", ["-c", script]);

    private static async Task<string> ReadLineAsync(IImapTransport transport)
    {
        while (true)
        {
            ReadResult result = await transport.Input.ReadAsync(Ct);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                string line = Encoding.ASCII.GetString(result.Buffer.Slice(0, end));
                transport.Input.AdvanceTo(result.Buffer.End);
                return line;
            }

            transport.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
