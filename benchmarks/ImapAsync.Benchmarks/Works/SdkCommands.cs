namespace ImapAsync.Benchmarks;

/// <summary>W5: small commands, a third each of STORE, NOOP and STATUS.</summary>
internal static class SdkCommands
{
    private static readonly FlagSet Seen = [Flag.Seen];

    public static async Task<WorkResult> OneByOneAsync(SelectedMailbox mailbox, string set)
    {
        long check = 0;
        foreach (Uid uid in UidSet.Parse(set))
            check += await SendAsync(mailbox, uid);
        return new WorkResult(check);
    }

    public static async Task<WorkResult> TogetherAsync(SelectedMailbox mailbox, string set)
    {
        List<Task<long>> commands = [];
        foreach (Uid uid in UidSet.Parse(set))
            commands.Add(SendAsync(mailbox, uid).AsTask());
        return new WorkResult((await Task.WhenAll(commands)).Sum());
    }

    private static async ValueTask<long> SendAsync(SelectedMailbox mailbox, Uid uid)
    {
        switch (uid.Value % 3)
        {
            case 0:
                ImapResult<StoreResult<UidSet>> stored = await mailbox.SendAsync(new UidStoreCommand(UidSet.Of(uid), FlagOperation.Add, Seen) { Silent = true });
                return stored.IsOk ? 1 : 0;
            case 1:
                await mailbox.NoopAsync();
                return 1;
            default:
                MailboxStatus status = await mailbox.StatusAsync($"Box{uid.Value}", StatusItems.Basic);
                return status.Messages is null ? 0 : 1;
        }
    }
}
