using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>What was read from a connection that has ended goes back to the pool, and never while it is still in use.</summary>
public sealed class ReleasedBuffersTests
{
    [Theory]
    [InlineData("* LIST () \"/\" \"half")]
    [InlineData("* LIST () \"/\" {100}\r\nhalf")]
    [InlineData("A1 OK")]
    public async Task A_connection_that_ends_half_way_keeps_no_buffer(string rest)
    {
        using CountingPool pool = new();
        PooledTransport transport = new(pool);
        await transport.SendAsync(ScriptedServer.Greeting);
        await using ImapConnection connection = await ImapConnection.ConnectAsync(transport, ScriptedServerSteps.Options()).InTime();
        Task list = connection.ListAsync();
        await transport.SendAsync(rest);
        await transport.EndAsync();
        await list.FailsAsync<ImapConnectionException>();
        await connection.Core.DisposeAsync();
        Assert.Equal(0, pool.Rented);
    }

    [Fact]
    public async Task A_body_that_is_being_read_is_returned_when_its_reader_lets_go()
    {
        using CountingPool pool = new();
        PooledTransport transport = new(pool);
        await transport.SendAsync(ScriptedServer.Greeting);
        await using ImapConnection connection = await ImapConnection.ConnectAsync(transport, ScriptedServerSteps.Options()).InTime();
        Task<SelectedMailbox> selecting = connection.SelectAsync("INBOX");
        await transport.SendAsync("* 3 EXISTS\r\nA1 OK done\r\n");
        SelectedMailbox mailbox = await selecting.InTime();
        await using IAsyncEnumerator<FetchedMessage> messages = mailbox.StreamAsync(new UidFetchCommand(new Uid(1), [FetchItem.Body()])).GetAsyncEnumerator();
        ValueTask<bool> first = messages.MoveNextAsync();
        await transport.SendAsync("* 1 FETCH (UID 1 BODY[] {100}\r\nhalf");
        Assert.True(await first.InTime());
        PipeReader body = messages.Current.Section(BodySection.Full)!.OpenPipe();
        ReadResult read = await body.ReadAsync();

        await connection.Core.DisposeAsync();
        Assert.Equal(1, pool.Rented);
        Assert.Equal("half", Encoding.ASCII.GetString(read.Buffer.FirstSpan));
        body.AdvanceTo(read.Buffer.Start);
        Assert.Equal(0, pool.Rented);
        await body.ReadAsync().AsTask().FailsAsync<ImapConnectionException>();
    }

    /// <summary>A transport over a pipe, whose buffers come from a pool that counts them.</summary>
    private sealed class PooledTransport : IImapTransport
    {
        private readonly Pipe _toClient;
        private readonly Pipe _toServer = new(new PipeOptions(pauseWriterThreshold: 0));

        public PooledTransport(CountingPool pool) => _toClient = new Pipe(new PipeOptions(pool, useSynchronizationContext: false));

        public PipeReader Input => _toClient.Reader;

        public PipeWriter Output => _toServer.Writer;

        public async Task SendAsync(string text) => await _toClient.Writer.WriteAsync(Encoding.ASCII.GetBytes(text));

        public async Task EndAsync() => await _toClient.Writer.CompleteAsync();

        public void Abort() => _toClient.Writer.Complete(new IOException("aborted"));

        public ValueTask DisposeAsync() => default;
    }
}
