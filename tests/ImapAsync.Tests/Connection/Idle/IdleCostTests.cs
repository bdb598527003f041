using System.Net.Sockets;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>The cost of a connection that only listens. Runs alone, since memory is measured for the whole process.</summary>
[Collection(nameof(TransportCostTests))]
public class IdleCostTests
{
    private const int Connections = 200;
    private const int MostRuns = 10;
    private const int Least = 1000;

    // Bytes of managed heap per connection, without TLS, of which the socket's own objects are a quarter; the peer's socket is counted too. In debug builds async methods are objects.
#if DEBUG
    private const int DebugSlack = 2700;
#else
    private const int DebugSlack = 0;
#endif

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    protected virtual int Most => 6300 + DebugSlack;

    [Fact]
    public async Task A_connection_in_IDLE_is_small()
    {
        long cost = 0;
        // The rest of the process is counted too: it ends, and its memory is returned. A run in which either happens is discarded.
        for (int i = 0; i < MostRuns && (cost < Least || cost > Most); i++)
            cost = await MeasureAsync();
        Assert.InRange(cost, Least, Most);
    }

    private static async Task<long> MeasureAsync()
    {
        using LoopbackListener listener = new();
        ImapConnectionOptions options = new() { AllowPlaintext = true, Transport = TestSockets.With() };
        List<IdleClient> clients = new(Connections + 1) { await IdleClient.StartAsync(listener, options) };
        try
        {
            long before = HeapSize();
            for (int i = 0; i < Connections; i++)
                clients.Add(await IdleClient.StartAsync(listener, options));
            return (HeapSize() - before) / Connections;
        }
        finally
        {
            foreach (IdleClient client in clients)
                await client.DisposeAsync();
        }
    }

    private static long HeapSize()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>A connection that listens, and the peer, whose socket is only used in ways that leave nothing allocated.</summary>
    private sealed class IdleClient(ImapConnection connection, Socket peer, Task listening) : IAsyncDisposable
    {
        public static async Task<IdleClient> StartAsync(LoopbackListener listener, ImapConnectionOptions options)
        {
            Task<Socket> accepting = listener.AcceptSocketAsync();
            ImapEndpoint endpoint = new("127.0.0.1", listener.Port, ImapSecurity.None);
            Task<ImapConnection> connecting = ImapConnection.ConnectAsync(endpoint, options, Ct);
            Socket peer = await accepting;
            Send(peer, "* PREAUTH [CAPABILITY IMAP4rev1 IDLE UIDPLUS] hello\r\n");
            ImapConnection connection = await connecting.InTime();

            Task<SelectedMailbox> selecting = connection.SelectAsync("INBOX", Ct);
            Expect(peer, "A1 SELECT INBOX\r\n");
            Send(peer, "* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted)] kept\r\n* 3 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\nA1 OK [READ-WRITE] selected\r\n");
            SelectedMailbox mailbox = await selecting.InTime();

            TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Task listening = ListenAsync(mailbox, told);
            Expect(peer, "A2 IDLE\r\n");
            Send(peer, "+ idling\r\n* 4 EXISTS\r\n");
            await told.Task.InTime();
            return new IdleClient(connection, peer, listening);
        }

        public async ValueTask DisposeAsync()
        {
            peer.Dispose();
            await listening.InTime();
            await connection.DisposeAsync();
        }

        private static async Task ListenAsync(SelectedMailbox mailbox, TaskCompletionSource told)
        {
            try
            {
                await foreach (MailboxEvent _ in mailbox.IdleAsync(CancellationToken.None))
                    told.TrySetResult();
            }
            catch (ImapConnectionException)
            {
                // The peer is gone: the measurement is over.
            }
        }

        private static void Send(Socket peer, string text) => peer.Send(Encoding.ASCII.GetBytes(text));

        private static void Expect(Socket peer, string text)
        {
            byte[] received = new byte[text.Length];
            for (int count = 0; count < received.Length;)
            {
                int read = peer.Receive(received, count, received.Length - count, SocketFlags.None);
                Assert.NotEqual(0, read);
                count += read;
            }

            Assert.Equal(text, Encoding.ASCII.GetString(received));
        }
    }
}
