using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>
/// All mailboxes with their counts: one LIST, and a STATUS for each, which are sent at once and answered in one round
/// trip.
/// </summary>
internal static class MailboxListing
{
    public static async Task<int> ShowAsync(
        ImapConnection imap, IAnsiConsole console, CancellationToken cancellationToken)
    {
        IReadOnlyList<MailboxInfo> mailboxes = await imap.ListAsync("*", cancellationToken);
        MailboxInfo[] selectable = [.. mailboxes.Where(mailbox => mailbox.IsSelectable)];
        MailboxStatus[] counts = await Task.WhenAll(
            selectable.Select(mailbox => imap.StatusAsync(
                mailbox.Name, StatusItems.Messages | StatusItems.Unseen | StatusItems.UidNext, cancellationToken)));

        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumns(
                new TableColumn("[bold]Mailbox[/]"),
                new TableColumn("[bold]Use[/]"),
                Number("Messages"),
                Number("Unread"),
                Number("Next UID"));
        foreach ((MailboxInfo mailbox, MailboxStatus count) in selectable.Zip(counts))
        {
            string unread = count.Unseen > 0 ? $"[bold yellow]{count.Unseen}[/]" : $"{count.Unseen}";
            table.AddRow(
                Printable.Escaped(mailbox.Name.Value, 40),
                Use(mailbox),
                $"{count.Messages}",
                unread,
                $"{count.UidNext}");
        }

        console.Write(table);
        return mailboxes.Count;
    }

    private static TableColumn Number(string heading) => new TableColumn($"[bold]{heading}[/]").RightAligned();

    private static string Use(MailboxInfo mailbox) =>
        mailbox.SpecialUse is { } use ? $"[grey]{Printable.Escaped(use.ToString().TrimStart('\\'), 12)}[/]" : "";
}
