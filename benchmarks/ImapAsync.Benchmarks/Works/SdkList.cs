namespace ImapAsync.Benchmarks;

/// <summary>W7: mailboxes with their status.</summary>
internal static class SdkList
{
    public static async Task<WorkResult> RunAsync(SelectedMailbox mailbox, string pattern)
    {
        IReadOnlyList<MailboxInfo> mailboxes = await mailbox.ListAsync(pattern + "/*", StatusItems.Basic);
        long check = 0;
        for (int i = 0; i < mailboxes.Count; i++)
            check += mailboxes[i].Name.ToString().Length + (mailboxes[i].Status!.Messages ?? 0);
        return new WorkResult(check, mailboxes);
    }
}
