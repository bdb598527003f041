using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>Messages as a table, in the order in which they are given.</summary>
internal static class MessageTable
{
    private static readonly FetchItems Items =
        [FetchItem.Envelope, FetchItem.Size, FetchItem.BodyStructure, FetchItem.Flags];

    /// <summary>
    /// Fetches what the table shows. Servers answer in the order of the mailbox, so the answers are sorted into the order
    /// of the question.
    /// </summary>
    public static async Task<IReadOnlyList<FetchedMessage>> FetchAsync(
        SelectedMailbox mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellationToken)
    {
        Dictionary<Uid, FetchedMessage> messages = new();
        await foreach (FetchedMessage message in mailbox.FetchAsync(UidSet.Of(uids), Items, cancellationToken))
            messages[message.Uid] = message;
        return [.. uids.Where(messages.ContainsKey).Select(uid => messages[uid])];
    }

    public static void Write(IAnsiConsole console, IEnumerable<FetchedMessage> messages)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumns(
                new TableColumn("[bold]Sent[/]").NoWrap(),
                new TableColumn("[bold]From[/]"),
                new TableColumn("[bold]Subject[/]"),
                new TableColumn("[bold]Size[/]").RightAligned().NoWrap());
        foreach (FetchedMessage message in messages)
        {
            table.AddRow(
                message.Envelope.Date is { } date ? FormattableString.Invariant($"{date:yyyy-MM-dd}") : "",
                Printable.Escaped(Author(message), 24),
                Subject(message),
                Printable.Octets(message.Size));
        }

        console.Write(table);
    }

    /// <summary>The subject, in bold if the message is unread, with its attachments.</summary>
    public static string Subject(FetchedMessage message)
    {
        string subject = Printable.Escaped(message.Envelope.Subject, 48);
        if (!message.Flags.Contains(Flag.Seen))
            subject = $"[bold]{subject}[/]";
        int attachments = message.BodyStructure.Attachments.Count();
        return attachments > 0 ? $"{subject} [grey]+{attachments}[/]" : subject;
    }

    /// <summary>The author's name; without one the address.</summary>
    public static string Author(FetchedMessage message) =>
        message.Envelope.From is [var author, ..]
            ? author.DisplayName is { Length: > 0 } name ? name : author.Address
            : "";
}
