using System.Text;

namespace ImapAsync.Tests;

/// <summary>The read loop of a connection that greets, selects, and has commands of many kinds in flight and a listener: each await ends, with a value or one of the library's exceptions.</summary>
internal sealed class FlightTarget() : GuidedTarget("flight")
{
    private const string Greeting = "* PREAUTH [CAPABILITY IMAP4rev1 IDLE NAMESPACE CONDSTORE QRESYNC ESEARCH MOVE UIDPLUS LIST-STATUS] ready\r\n";
    private const string Selected = "* 9 EXISTS\r\n* OK [UIDVALIDITY 7]\r\nA1 OK [READ-WRITE] selected\r\n";

    private const string LastBeforeConsent = "A7 APPEND";

    private const string Answers =
        "* 1 FETCH (UID 1 FLAGS (\\Seen) BODY[] {5}\r\nhello)\r\nA2 OK\r\n* SEARCH 2 3\r\nA3 OK\r\n* 2 FETCH (UID 2 FLAGS ())\r\nA4 OK\r\n* LIST () \"/\" a\r\n* STATUS a (MESSAGES 1)\r\nA5 OK\r\n"
        + "* STATUS a (MESSAGES 1 UIDNEXT 5)\r\nA6 OK\r\n+ go\r\nA7 OK [APPENDUID 7 9]\r\n* OK [COPYUID 7 1:2 8:9]\r\n* 2 EXPUNGE\r\nA8 OK\r\n* 8 EXISTS\r\nA9 OK\r\n+ idling\r\n* 3 EXPUNGE\r\n* BYE\r\n";

    public override IEnumerable<byte[]> Seeds =>
    [
        Seed(0, Encoding.Latin1.GetBytes(Answers)), Seed(7, Encoding.Latin1.GetBytes(Answers)),
        .. CorpusFiles.Cases.Select(static (c, number) => Seed(0, [.. c.Octets("A2"), .. Encoding.Latin1.GetBytes($"A{(number % 9) + 1} OK done\r\n")])),
    ];

    public override Task RunAsync(byte[] input) => FlyAsync(input.Length > 0 ? input[0] : 0, Behind(input, 1));

    private static async Task FlyAsync(int pieceLength, byte[] octets)
    {
        ReplayTransport transport = new();
        transport.Deliver(Greeting);
        await using ImapConnection connection = await CorpusClient.ConnectAsync(transport);
        Task<SelectedMailbox> selecting = connection.SelectAsync("INBOX");
        await transport.NextLineAsync();
        transport.Deliver(Selected);
        SelectedMailbox inbox = await selecting;
        Task[] awaits = [.. Asked(connection, inbox)];
        while (!(await transport.NextLineAsync()).StartsWith(LastBeforeConsent, StringComparison.Ordinal))
        {
            // What was sent before it is on the wire too.
        }

        foreach (byte[] piece in pieceLength == 0 ? [octets] : octets.Chunk(pieceLength))
            transport.Deliver(piece);
        transport.End();
        foreach (Task waiting in awaits)
        {
            Exception? exception = await Record.ExceptionAsync(() => waiting.WaitAsync(ReplayReader.Patience));
            Assert.True(exception is null or ImapException, exception?.ToString());
        }
    }

    private static IEnumerable<Task> Asked(ImapConnection connection, SelectedMailbox inbox)
    {
        yield return ReadBodiesAsync(inbox);
        yield return inbox.SendAsync(new UidSearchCommand(SearchQuery.All)).AsTask();
        yield return inbox.SendAsync(new UidStoreCommand(UidSet.All, FlagOperation.Add, Flag.Seen)).AsTask();
        yield return connection.SendAsync(new ListCommand("", "*") { Status = StatusItems.Messages }).AsTask();
        yield return connection.SendAsync(new StatusCommand("a", StatusItems.Messages)).AsTask();
        yield return connection.SendAsync(new AppendCommand("a", new AppendMessage("x"u8.ToArray()))).AsTask();
        yield return inbox.SendAsync(new UidMoveCommand(UidSet.All, "a")).AsTask();
        yield return inbox.SendAsync(new NoopCommand { KeepUntagged = true }).AsTask();
        yield return ListenAsync(inbox);
    }

    private static async Task ReadBodiesAsync(SelectedMailbox inbox)
    {
        FetchItems items = FetchItem.Uid | FetchItems.AllMacro | FetchItems.FullBody;
        await foreach (FetchedMessage message in inbox.StreamAsync(new UidFetchCommand(UidSet.All, items)))
        {
            if (message.Sections.FirstOrDefault(static body => !body.IsBuffered) is { } body)
                _ = await body.ReadAllAsync();
        }
    }

    private static async Task ListenAsync(SelectedMailbox inbox)
    {
        await foreach (MailboxEvent happened in inbox.IdleAsync())
            _ = happened.ToString();
    }
}
