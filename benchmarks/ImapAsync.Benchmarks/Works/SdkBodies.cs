namespace ImapAsync.Benchmarks;

/// <summary>W3 and W4: bodies to a null sink.</summary>
internal static class SdkBodies
{
    private static readonly FetchItems Items = [FetchItem.Uid, FetchItem.Body()];

    public static async Task<WorkResult> OneFetchAsync(SelectedMailbox mailbox, string set) => new(await FetchAsync(mailbox, UidSet.Parse(set)));

    /// <summary>One FETCH per message, all sent at once.</summary>
    public static async Task<WorkResult> PipelinedAsync(SelectedMailbox mailbox, string set)
    {
        UidSet uids = UidSet.Parse(set);
        List<Task<long>> fetches = [];
        foreach (Uid uid in uids)
            fetches.Add(FetchAsync(mailbox, UidSet.Of(uid)));
        long[] octets = await Task.WhenAll(fetches);
        return new WorkResult(octets.Sum());
    }

    private static async Task<long> FetchAsync(SelectedMailbox mailbox, UidSet uids)
    {
        long octets = 0;
        await foreach (FetchedMessage message in mailbox.StreamAsync(new UidFetchCommand(uids, Items)))
        {
            MessageBody body = message.Section(BodySection.Full)!;
            await body.CopyToAsync(Stream.Null);
            octets += body.Size;
        }

        return octets;
    }
}
