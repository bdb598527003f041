using System.Text;
using ImapAsync;
using ImapAsync.Testing;

namespace Quickstart;

/// <summary>Generated mail.</summary>
internal static class SampleMail
{
    /// <summary>The message that is seen arriving.</summary>
    public static AppendMessage Greeting() => new(Encoding.ASCII.GetBytes(Text(
        """
        From: The Quickstart <quickstart@example.org>
        To: You <you@example.org>
        Subject: This has just arrived
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii

        A second connection has appended it, and the first one was told by the server.

        """)));

    /// <summary>
    /// Large messages, each a megabyte larger than the one before, so that there is something to stream.
    /// </summary>
    public static IEnumerable<ImapTestMessage> Photos(int count)
    {
        Random random = new(1);
        for (int number = 1; number <= count; number++)
        {
            byte[] photo = new byte[number << 20];
            random.NextBytes(photo);
            yield return ImapTestMessage.FromText(
                $"""
                From: Grace Lin <grace@example.org>
                To: alice@example.org
                Subject: Photos from the harbour, part {number}
                Date: {number} Jan 2026 18:00:00 +0100
                Message-ID: <photos-{number}@example.org>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/plain; charset=us-ascii

                Here is number {number}.
                --cut
                Content-Type: image/jpeg; name=harbour-{number}.jpg
                Content-Disposition: attachment; filename=harbour-{number}.jpg
                Content-Transfer-Encoding: base64

                {Convert.ToBase64String(photo, Base64FormattingOptions.InsertLineBreaks)}
                --cut--

                """,
                Flag.Seen,
                new DateTimeOffset(2026, 1, number, 18, 0, 0, TimeSpan.FromHours(1)));
        }
    }

    /// <summary>Conversations between a few people, which the test server generates.</summary>
    public static async Task<IReadOnlyList<AppendMessage>> GenerateAsync(int count, CancellationToken cancellationToken)
    {
        await using ImapTestServer server = await ImapTestServer.StartAsync(
            options => options.AddUser("nobody", "nothing").Inbox.AddMessages(count), cancellationToken);
        return [
            .. server.User("nobody").Inbox.Messages.Select(message =>
                new AppendMessage(message.Octets) { Flags = message.Flags, InternalDate = message.InternalDate })
        ];
    }

    // Lines of mail end in CR LF.
    private static string Text(string text) => text.ReplaceLineEndings("\r\n");
}
