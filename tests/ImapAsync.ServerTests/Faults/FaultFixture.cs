using System.Globalization;
using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>What a run finds on the server: mailboxes whose messages are known, so that every answer can be verified.</summary>
internal sealed class FaultFixture
{
    /// <summary>A mailbox that nobody creates.</summary>
    public const string Missing = "missing";

    private const int Accounts = 5;
    private const int Boxes = 4;

    private readonly TestServer _server;

    private FaultFixture(TestServer server)
    {
        _server = server;
        People = [.. Enumerable.Range(0, Accounts).Select(_ => server.NewAccount())];
        Prefix = server.Kind == ServerKind.Cyrus ? "INBOX." : "";
    }

    public IReadOnlyList<TestAccount> People { get; }

    public string Prefix { get; }

    /// <summary>Where messages are appended to.</summary>
    public string Target => Prefix + "target";

    /// <summary>Where messages are copied to.</summary>
    public string Copies => Prefix + "copies";

    /// <summary>The UIDs of the messages in a box, which are the same in each account.</summary>
    public IReadOnlyList<Uid>[] Uids { get; } = new IReadOnlyList<Uid>[Boxes];

    public string Box(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}box-{number}");

    public static int MessagesIn(int box) => 3 + (box * 2);

    public static string IdIn(int box, int message) => string.Create(CultureInfo.InvariantCulture, $"kept-{box}-{message}");

    public static byte[] Message(string id, int bodyOctets) =>
        Encoding.ASCII.GetBytes($"From: sender@example.org\r\nSubject: {id}\r\nX-Id: {id}\r\n\r\n{string.Concat(Enumerable.Repeat($"{id} ", 1 + (bodyOctets / (id.Length + 1))))}\r\n");

    public static byte[] MessageIn(int box, int message) => Message(IdIn(box, message), 100 + (box * message * 3000));

    public static async Task<FaultFixture> CreateAsync(TestServer server, CancellationToken cancellationToken)
    {
        FaultFixture fixture = new(server);
        foreach (TestAccount account in fixture.People)
        {
            await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.None, account, cancellationToken);
            await connection.CreateMailboxAsync(fixture.Target, cancellationToken);
            await connection.CreateMailboxAsync(fixture.Copies, cancellationToken);
            for (int box = 0; box < Boxes; box++)
            {
                await connection.CreateMailboxAsync(fixture.Box(box), cancellationToken);
                fixture.Uids[box] = await connection.FillAsync(
                    fixture.Box(box), [.. Enumerable.Range(0, MessagesIn(box)).Select(message => new AppendMessage(MessageIn(box, message)))], cancellationToken);
            }
        }

        return fixture;
    }

    /// <summary>Every message in any mailbox except those that show the messages of others, requested from the server without a proxy.</summary>
    public async Task<IReadOnlyList<(string Id, long Size)>> ReadAllAsync(CancellationToken cancellationToken)
    {
        List<(string Id, long Size)> all = [];
        foreach (TestAccount account in People)
        {
            await using ImapConnection connection = await _server.ConnectAsync(ImapSecurity.None, account, cancellationToken);
            foreach (MailboxInfo listed in await connection.ListAsync(cancellationToken: cancellationToken))
            {
                if (listed.Attributes.Contains(MailboxAttribute.NoSelect) || listed.Name.ToString().StartsWith("Virtual", StringComparison.Ordinal))
                    continue;
                SelectedMailbox mailbox = await connection.SelectAsync(listed.Name, cancellationToken);
                await foreach (FetchedMessage message in mailbox.FetchAsync(UidSet.All, [FetchItem.Size, FetchItem.Body(BodySection.HeaderFields("X-Id"))], cancellationToken))
                    all.Add((message.Headers.Get("X-Id")?.Trim() ?? "", message.Size));
            }
        }

        return all;
    }
}
