namespace ImapAsync;

/// <summary>
/// LIST with options, for servers that do not support them or merely claim to: one answers BAD, another NO, another OK
/// and nothing. Then the same result is assembled from commands that every server supports.
/// </summary>
internal static class ListFallback
{
    public static async Task<IReadOnlyList<MailboxInfo>> ListAsync(
        IImapSession session, ListCommand command, CancellationToken cancellationToken)
    {
        ImapResult<IReadOnlyList<MailboxInfo>> result = (await session.SendAsync(command, cancellationToken)
            .ConfigureAwait(false)).Required(command);
        if (!IsNotUnderstood(result, session))
            return result.WholeValue(command);

        List<MailboxInfo> mailboxes = [];
        HashSet<MailboxName> known = [];
        foreach (string pattern in command.Patterns)
        {
            foreach (MailboxInfo mailbox in await ListPlainAsync(session, command, pattern, cancellationToken)
                .ConfigureAwait(false))
            {
                if (IsSelected(command, mailbox) && known.Add(mailbox.Name))
                    mailboxes.Add(mailbox);
            }
        }

        if (command.Status != StatusItems.None)
            await AddStatusAsync(session, mailboxes, command.Status, cancellationToken).ConfigureAwait(false);
        return mailboxes;
    }

    // A server without such options may answer NO to them (Courier); one that gives a reason, or announces them, means
    // it.
    private static bool IsNotUnderstood(ImapResult<IReadOnlyList<MailboxInfo>> result, IImapSession session) =>
        result.Status switch
        {
            ImapStatus.Ok => result.Value.Count == 0 && result.Malformed.Count == 0,
            ImapStatus.No => result.Code is null && result.Throttling is null && !Announces(session),
            _ => true,
        };

    private static bool Announces(IImapSession session) => session.Capabilities is { } capabilities
        && (capabilities.Contains(Capability.ListExtended) || capabilities.Contains(Capability.ListStatus)
            || capabilities.Contains(Capability.Imap4Rev2));

    private static Task<IReadOnlyList<MailboxInfo>> ListPlainAsync(
        IImapSession session, ListCommand command, string pattern, CancellationToken cancellationToken) =>
        command.Selection.HasFlag(ListSelectionOptions.Subscribed)
            ? session.SendForWholeValueAsync(new LsubCommand(command.Reference, pattern), cancellationToken)
            : session.SendForWholeValueAsync(new ListCommand(command.Reference, pattern), cancellationToken);

    private static bool IsSelected(ListCommand command, MailboxInfo mailbox) =>
        !command.Selection.HasFlag(ListSelectionOptions.SpecialUse) || mailbox.SpecialUse is not null;

    private static async Task AddStatusAsync(
        IImapSession session, List<MailboxInfo> mailboxes, StatusItems items, CancellationToken cancellationToken)
    {
        List<(MailboxInfo Mailbox, StatusCommand Command, Task<ImapResult<MailboxStatus>> Answer)> pending = [];
        foreach (MailboxInfo mailbox in mailboxes)
        {
            if (mailbox.IsSelectable && mailbox.Name.Value.Length > 0)
            {
                StatusCommand command = new(mailbox.Name, items);
                pending.Add((mailbox, command, session.SendAsync(command, cancellationToken).AsTask()));
            }
        }

        await Task.WhenAll(pending.Select(static status => status.Answer)).ConfigureAwait(false);
        foreach ((MailboxInfo mailbox, StatusCommand command, Task<ImapResult<MailboxStatus>> answer) in pending)
        {
            // A mailbox that may not be read, or is already gone, has no status.
            ImapResult<MailboxStatus> status = await answer.ConfigureAwait(false);
            if (status.IsOk)
                mailbox.Attach(status.WholeValue(command));
            else
                mailbox.Attach(new ImapCommandException(status.Status, status.Code, status.Text, status.Command));
        }
    }
}
