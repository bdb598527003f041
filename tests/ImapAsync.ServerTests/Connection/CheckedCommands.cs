using System.Globalization;

namespace ImapAsync.ServerTests;

/// <summary>Commands on a mailbox of numbered messages whose correct answers are known.</summary>
internal sealed class CheckedCommands(ImapConnection connection, SelectedMailbox inbox, string sink, int messages)
{
    public const int Kinds = 8;

    private int _number = 1000;
    private int _appended;
    private int _appendsBegun;

    public Task RunAsync(int kind, Random random, CancellationToken token) => kind switch
    {
        0 => connection.NoopAsync(token),
        1 => CheckStatusAsync(token),
        2 => CheckSearchAsync(random.Next(1, messages + 1), token),
        3 => CheckEnvelopesAsync(random.Next(1, messages + 1), token),
        4 => CheckBodiesAsync(random.Next(1, messages + 1), random.Next(2) == 0, token),
        5 => CheckStoreAsync(random.Next(1, messages + 1), token),
        6 => CheckListAsync(token),
        _ => CheckAppendAsync(random.Next(2) == 0 ? 1 : 4000, token),
    };

    /// <summary>What was appended and answered is stored; what was cancelled may be.</summary>
    public async Task CheckAppendedAsync(CancellationToken token)
    {
        MailboxStatus status = await connection.StatusAsync(sink, StatusItems.Messages, token);
        Assert.InRange(status.Messages!.Value, _appended, _appendsBegun);
    }

    private async Task CheckStatusAsync(CancellationToken token) =>
        Assert.Equal(messages, (await connection.StatusAsync("INBOX", StatusItems.Messages, token)).Messages);

    private async Task CheckSearchAsync(int number, CancellationToken token)
    {
        SearchResult found = await inbox.SearchAsync(SearchQuery.Header("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<m{number}@example.org>")), token);
        Assert.Equal(number.ToString(CultureInfo.InvariantCulture), found.Uids.ToString());
    }

    private async Task CheckEnvelopesAsync(int from, CancellationToken token)
    {
        List<string> subjects = [];
        await foreach (FetchedMessage message in inbox.FetchAsync(UidSet.Parse($"{from}:{messages}"), FetchItems.Envelope, token))
            subjects.Add(message.Envelope.Subject);
        Assert.Equal(Enumerable.Range(from, messages - from + 1).Select(number => $"Message {number}"), subjects);
    }

    private async Task CheckBodiesAsync(int from, bool isLeftEarly, CancellationToken token)
    {
        int expected = from;
        await foreach (FetchedMessage message in inbox.FetchAsync(UidSet.Parse($"{from}:{messages}"), FetchItem.Body(), token))
        {
            Assert.Equal(Mail.Numbered(expected, bodyLines: 40), await message.Section(BodySection.Full)!.ReadAllAsync(cancellationToken: token));
            expected++;
            if (isLeftEarly)
                return;
        }

        Assert.Equal(messages + 1, expected);
    }

    private async Task CheckStoreAsync(int number, CancellationToken token)
    {
        StoreResult<UidSet> stored = await inbox.AddFlagsAsync(new Uid((uint)number), Flag.Flagged, token);
        Assert.All(stored.Changed, update => Assert.Equal((uint)number, update.Number.Value));
    }

    private async Task CheckListAsync(CancellationToken token) =>
        Assert.Equal(sink, Assert.Single(await connection.ListAsync(sink, token)).Name.Value);

    private async Task CheckAppendAsync(int bodyLines, CancellationToken token)
    {
        Interlocked.Increment(ref _appendsBegun);
        // Cyrus refuses too many identical messages.
        byte[] message = Mail.Numbered(Interlocked.Increment(ref _number), bodyLines);
        AppendResult appended = await connection.AppendAsync(sink, message, token);
        Assert.Single(appended.Uids);
        Interlocked.Increment(ref _appended);
    }
}
