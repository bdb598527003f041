namespace ImapAsync.Benchmarks;

/// <summary>W1 and W2: what a list of messages shows.</summary>
internal static class SdkSummaries
{
    public static readonly FetchItems Items = [FetchItem.Uid, FetchItem.Flags, FetchItem.InternalDate, FetchItem.Size, FetchItem.Envelope, FetchItem.BodyStructure];

    /// <summary>Keeps the messages in a list.</summary>
    public static async Task<WorkResult> RunAsync(SelectedMailbox mailbox, string set, Func<FetchedMessage, long> read)
    {
        List<FetchedMessage> messages = new((int)mailbox.Exists);
        long check = 0;
        await foreach (FetchedMessage message in mailbox.StreamAsync(new UidFetchCommand(UidSet.Parse(set), Items)))
        {
            check += read(message);
            messages.Add(message);
        }

        return new WorkResult(check, messages);
    }

    public static async Task<WorkResult> FlagsAsync(SelectedMailbox mailbox, string set)
    {
        List<FetchedMessage> messages = new((int)mailbox.Exists);
        long check = 0;
        await foreach (FetchedMessage message in mailbox.StreamAsync(new UidFetchCommand(UidSet.Parse(set), FetchItems.Flags)))
        {
            check += ReadFlags(message);
            messages.Add(message);
        }

        return new WorkResult(check, messages);
    }

    /// <summary>Keeps nothing.</summary>
    public static async Task<WorkResult> PassAsync(SelectedMailbox mailbox, string set, FetchItems items, Func<FetchedMessage, long> read)
    {
        long check = 0;
        await foreach (FetchedMessage message in mailbox.StreamAsync(new UidFetchCommand(UidSet.Parse(set), items)))
            check += read(message);
        return new WorkResult(check);
    }

    public static long ReadFlags(FetchedMessage message) => message.Uid.Value + message.Flags.Count;

    public static long ReadFields(FetchedMessage message) => message.Uid.Value + message.Flags.Count + message.Size + message.InternalDate!.Value.Month;

    public static long ReadSome(FetchedMessage message) =>
        ReadFields(message) + message.Envelope.Subject.Length + message.Envelope.From[0].Address.Length + message.BodyStructure.LeafCount;
}
