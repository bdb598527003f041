using System.Security.Cryptography;

namespace ImapAsync.ServerTests;

/// <summary>Nothing else runs meanwhile, so that what is allocated is what the copy needs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>From a FETCH on one server straight into an APPEND on the other.</summary>
[Collection(nameof(Alone))]
public sealed class CopyBetweenServersTests(TestServers servers)
{
    private const int SmallMessages = 200;
    private const long LargeMessage = 40 << 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_messages_and_a_large_one_stream_through()
    {
        TestServer dovecot = await servers.GetDovecotAsync();
        TestServer cyrus = await servers.GetCyrusAsync();
        await using ImapConnection from = await dovecot.ConnectAsync(ImapSecurity.Tls, dovecot.NewAccount(), Token);
        await using ImapConnection to = await cyrus.ConnectAsync(ImapSecurity.Tls, cyrus.NewAccount(), Token);
        List<Original> originals = await PrepareAsync(from);
        MailboxName archive = cyrus.NewMailboxName("archive");
        await to.CreateMailboxAsync(archive, Token);
        SelectedMailbox source = await from.SelectAsync("INBOX", Token);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        List<Uid> copies = [];
        await foreach (FetchedMessage message in source.FetchAsync(UidSet.All, [FetchItem.Flags, FetchItem.InternalDate, FetchItem.Size, FetchItem.Body()], Token))
            copies.Add((await to.AppendAsync(archive, message.ToAppendMessage(), Token)).Uid!.Value);

        // What is never allocated cannot accumulate: less than 32 MB in total, for 41 MB that passed through.
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.InRange(allocated, 0, 32 << 20);
        TestContext.Current.TestOutputHelper?.WriteLine($"allocated {allocated >> 10} KiB");

        Assert.Equal(SmallMessages + 1, copies.Count);
        await AssertSameAsync(originals, await to.SelectAsync(archive, Token));
    }

    private static async Task AssertSameAsync(List<Original> originals, SelectedMailbox archive)
    {
        int index = 0;
        await foreach (FetchedMessage message in archive.FetchAsync(UidSet.All, [FetchItem.Flags, FetchItem.InternalDate, FetchItem.Size, FetchItem.Body()], Token))
        {
            Original original = originals[index++];
            Assert.Equal(original.Flags, message.Flags - Flag.Recent);
            Assert.Equal(original.Date, message.InternalDate);
            Assert.Equal(original.Size, message.Size);
            await using Stream body = message.OpenBody();
            Assert.Equal(original.Sha256, Convert.ToHexString(await SHA256.HashDataAsync(body, Token)));
        }

        Assert.Equal(originals.Count, index);
    }

    private static async Task<List<Original>> PrepareAsync(ImapConnection connection)
    {
        List<Original> originals = [];
        List<AppendMessage> messages = [];
        FlagSet[] flags = [FlagSet.Empty, Flag.Seen, Flag.Seen | Flag.Answered, Flag.Flagged, FlagSet.Of(Flag.Draft, "$Work")];
        for (int i = 0; i < SmallMessages; i++)
        {
            byte[] octets = Mail.Numbered(i, bodyLines: i * 3);
            DateTimeOffset date = new(2020, 1 + (i % 12), 1 + (i % 28), i % 24, i % 60, 0, TimeSpan.FromMinutes((i % 5) * 30));
            messages.Add(new AppendMessage(octets) { Flags = flags[i % flags.Length], InternalDate = date });
            originals.Add(new Original(Convert.ToHexString(SHA256.HashData(octets)), octets.Length, flags[i % flags.Length], date));
        }

        await connection.FillAsync("INBOX", messages, Token);
        using GeneratedMail large = new(LargeMessage);
        DateTimeOffset when = new(2021, 6, 7, 8, 9, 10, TimeSpan.FromHours(2));
        await connection.AppendAsync("INBOX", new AppendMessage(ImapLiteral.From(large, large.Length)) { Flags = Flag.Flagged, InternalDate = when }, Token);
        originals.Add(new Original(large.Sha256, LargeMessage, Flag.Flagged, when));
        return originals;
    }

    private sealed record Original(string Sha256, long Size, FlagSet Flags, DateTimeOffset Date);
}
