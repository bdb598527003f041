namespace ImapAsync;

/// <summary>
/// LIST with options, on servers that do not have them or only say so: one answers BAD, another OK and nothing. Then the same is put together from commands that every server has.
/// </summary>
internal static class ListFallback
{
    public static async Task<IReadOnlyList<MailboxInfo>> ListAsync(IImapSender sender, ListCommand command, CancellationToken cancellationToken)
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = await sender.SendAsync(command, cancellationToken).ConfigureAwait(false);
        if (result.Status != ImapStatus.Bad && !(result.IsOk && result.Value.Count == 0))
            return result.Value;

        List<MailboxInfo> mailboxes = [];
        HashSet<MailboxName> known = [];
        foreach (string pattern in command.Patterns)
        {
            foreach (MailboxInfo mailbox in await ListPlainAsync(sender, command, pattern, cancellationToken).ConfigureAwait(false))
            {
                if (IsSelected(command, mailbox) && known.Add(mailbox.Name))
                    mailboxes.Add(mailbox);
            }
        }

        if (command.Status != StatusItems.None)
            await AddStatusAsync(sender, mailboxes, command.Status, cancellationToken).ConfigureAwait(false);
        return mailboxes;
    }

    private static Task<IReadOnlyList<MailboxInfo>> ListPlainAsync(IImapSender sender, ListCommand command, string pattern, CancellationToken cancellationToken) =>
        command.Selection.HasFlag(ListSelection.Subscribed)
            ? sender.SendForValueAsync(new LsubCommand(command.Reference, pattern), cancellationToken)
            : sender.SendForValueAsync(new ListCommand(command.Reference, pattern), cancellationToken);

    private static bool IsSelected(ListCommand command, MailboxInfo mailbox) =>
        !command.Selection.HasFlag(ListSelection.SpecialUse) || mailbox.SpecialUse is not null;

    private static async Task AddStatusAsync(IImapSender sender, List<MailboxInfo> mailboxes, StatusItems items, CancellationToken cancellationToken)
    {
        List<(MailboxInfo Mailbox, Task<ImapResult<MailboxStatus>> Answer)> pending = [];
        foreach (MailboxInfo mailbox in mailboxes)
        {
            if (mailbox.IsSelectable && mailbox.Name.Value.Length > 0)
                pending.Add((mailbox, sender.SendAsync(new StatusCommand(mailbox.Name, items), cancellationToken).AsTask()));
        }

        await Task.WhenAll(pending.Select(static status => status.Answer)).ConfigureAwait(false);
        foreach ((MailboxInfo mailbox, Task<ImapResult<MailboxStatus>> answer) in pending)
        {
            // A mailbox that may not be read, or is gone by now, has no status.
            if (await answer.ConfigureAwait(false) is { IsOk: true } status)
                mailbox.Attach(status.Value);
        }
    }
}
