namespace ImapAsync.Benchmarks;

/// <summary>W6: messages of 10 KB into a mailbox.</summary>
internal static class SdkAppend
{
    private static readonly MailboxName Destination = "INBOX";
    private static readonly byte[] Message = AppendedMessage.Make();

    public static async Task<WorkResult> OneByOneAsync(SelectedMailbox mailbox, string set)
    {
        long check = 0;
        for (long left = UidSet.Parse(set).Count; left > 0; left--)
            check += await AppendAsync(mailbox);
        return new WorkResult(check);
    }

    public static async Task<WorkResult> PipelinedAsync(SelectedMailbox mailbox, string set)
    {
        List<Task<long>> commands = [];
        for (long left = UidSet.Parse(set).Count; left > 0; left--)
            commands.Add(AppendAsync(mailbox).AsTask());
        return new WorkResult((await Task.WhenAll(commands)).Sum());
    }

    private static async ValueTask<long> AppendAsync(SelectedMailbox mailbox) =>
        (await mailbox.AppendAsync(Destination, ImapLiteral.From(Message))).Uid is null ? 0 : 1;
}
