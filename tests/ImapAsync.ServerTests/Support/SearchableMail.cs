using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>Four messages of which each key of SEARCH finds some and not others.</summary>
internal static class SearchableMail
{
    /// <summary>Creates the mailbox, and returns the UIDs of the four.</summary>
    public static async Task<IReadOnlyList<Uid>> CreateSearchableAsync(this ImapConnection connection, MailboxName mailbox, CancellationToken cancellationToken)
    {
        await connection.CreateMailboxAsync(mailbox, cancellationToken);
        return await connection.FillAsync(mailbox, [.. Messages()], cancellationToken);
    }

    private static IEnumerable<AppendMessage> Messages()
    {
        yield return new AppendMessage(Octets(
            "From: \"Zoe Adams\" <anna@example.org>\r\nTo: bob@example.org\r\nCc: carol@example.org\r\nBcc: dave@example.org\r\nSubject: Quarterly report\r\n"
            + "Date: Sat, 10 Jan 2026 12:00:00 +0000\r\nMessage-ID: <first@example.org>\r\n\r\nalpha beta\r\n"))
        {
            Flags = [Flag.Seen, Flag.Answered],
            InternalDate = new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero),
        };
        yield return new AppendMessage(Octets(
            "From: Bert Young <zack@example.org>\r\nTo: \"Anna\" <walter@example.org>\r\nSubject: =?utf-8?B?R3LDvMOfZSBhdXMgS8O2bG4=?=\r\nDate: Tue, 20 Jan 2026 12:00:00 +0000\r\n"
            + "Message-ID: <second@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nSchöne Straße, gamma\r\n"))
        {
            Flags = [Flag.Flagged, "$Label"],
            InternalDate = new DateTimeOffset(2026, 2, 10, 12, 0, 0, TimeSpan.Zero),
        };
        yield return new AppendMessage(Octets(
            "From: Carl <mike@example.org>\r\nTo: \"Zed\" <anton@example.org>\r\nSubject: Re: Quarterly report\r\nDate: Sun, 01 Mar 2026 12:00:00 +0000\r\n"
            + "Message-ID: <third@example.org>\r\nReferences: <first@example.org>\r\nIn-Reply-To: <first@example.org>\r\n\r\n" + string.Concat(Enumerable.Repeat("delta and more of it\r\n", 200))))
        {
            Flags = [Flag.Draft, Flag.Deleted],
            InternalDate = new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.Zero),
        };
        yield return new AppendMessage(Octets(
            "From: Dora <bea@example.org>\r\nTo: zz@example.org\r\nCc: aa@example.org\r\nSubject: Another\r\nX-Custom: special value\r\nDate: Thu, 01 Jan 2026 12:00:00 +0000\r\n"
            + "Message-ID: <fourth@example.org>\r\n\r\nepsilon epsilon\r\n"));
    }

    private static byte[] Octets(string text) => Encoding.UTF8.GetBytes(text);
}
