using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>Shortcuts for looking at what FETCH returns.</summary>
internal static class Fetching
{
    public static async Task<FetchedMessage> FetchOneAsync(this SelectedMailbox mailbox, UidSet uids, FetchItems items, CancellationToken cancellationToken)
    {
        List<FetchedMessage> messages = await mailbox.FetchAllAsync(uids, items, cancellationToken);
        return Assert.Single(messages);
    }

    public static async Task<List<FetchedMessage>> FetchAllAsync(this SelectedMailbox mailbox, UidSet uids, FetchItems items, CancellationToken cancellationToken)
    {
        List<FetchedMessage> messages = [];
        await foreach (FetchedMessage message in mailbox.FetchAsync(uids, items, cancellationToken))
            messages.Add(message);
        return messages;
    }

    /// <summary>The octets of the one section that is asked for; null if the server says NIL.</summary>
    public static async Task<byte[]?> FetchOctetsAsync(this SelectedMailbox mailbox, UidSet uids, FetchItem item, CancellationToken cancellationToken)
    {
        byte[]? octets = null;
        int count = 0;
        await foreach (FetchedMessage message in mailbox.FetchAsync(uids, item, cancellationToken))
        {
            count++;
            if (message.Sections is [MessageBody body])
                octets = await body.ReadAllAsync(cancellationToken: cancellationToken);
        }

        Assert.Equal(1, count);
        return octets;
    }

    public static async Task<string?> FetchTextAsync(this SelectedMailbox mailbox, UidSet uids, FetchItem item, CancellationToken cancellationToken) =>
        await mailbox.FetchOctetsAsync(uids, item, cancellationToken) is { } octets ? Encoding.Latin1.GetString(octets) : null;
}
