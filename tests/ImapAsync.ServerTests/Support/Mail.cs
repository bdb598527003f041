using System.Globalization;
using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>Messages to append.</summary>
internal static class Mail
{
    /// <summary>A small message that is identified by its number.</summary>
    public static byte[] Numbered(int number, int bodyLines = 1)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"From: Sender {number} <sender{number}@example.org>\r\nTo: rcpt@example.org\r\nSubject: Message {number}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Date: Fri, 02 Jan 2026 10:{number % 60:d2}:00 +0100\r\nMessage-ID: <m{number}@example.org>\r\n\r\n");
        for (int line = 0; line < bodyLines; line++)
            text.Append(CultureInfo.InvariantCulture, $"Body of {number}, line {line}: {(number * 7919) + line}\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Creates a mailbox with that many numbered messages, and returns their UIDs in order.</summary>
    public static async Task<IReadOnlyList<Uid>> CreateWithAsync(this ImapConnection connection, MailboxName mailbox, int count, int bodyLines, CancellationToken cancellationToken)
    {
        await connection.CreateMailboxAsync(mailbox, cancellationToken);
        return count == 0 ? [] : await connection.FillAsync(mailbox, [.. Enumerable.Range(1, count).Select(number => new AppendMessage(Numbered(number, bodyLines)))], cancellationToken);
    }

    /// <summary>Appends the messages, many at once, and returns their UIDs in order.</summary>
    public static async Task<IReadOnlyList<Uid>> FillAsync(this ImapConnection connection, MailboxName mailbox, IReadOnlyList<AppendMessage> messages, CancellationToken cancellationToken)
    {
        List<Uid> uids = [];
        foreach (AppendMessage[] some in messages.Chunk(100))
            uids.AddRange((await connection.AppendAsync(mailbox, some, cancellationToken)).Uids);
        Assert.Equal(messages.Count, uids.Count);
        return uids;
    }
}
