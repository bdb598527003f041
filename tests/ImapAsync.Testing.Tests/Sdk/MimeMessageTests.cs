using System.Text;
using ImapAsync.Testing.Tests.Support;
using MimeKit;

namespace ImapAsync.Testing.Tests.Sdk;

/// <summary>Messages of MimeKit, appended and fetched.</summary>
public sealed class MimeMessageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_appended_is_fetched_as_the_same_message()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        DateTimeOffset date = new(2026, 3, 1, 12, 30, 0, TimeSpan.FromHours(1));

        AppendResult appended = await connection.AppendAsync(
            "INBOX", Letter(), [Flag.Draft, "$Forwarded"], date, Token);

        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        List<MimeMessage> messages = [];
        await foreach (FetchedMessage fetched in inbox.FetchAsync(
            appended.Uids!, FetchItems.FastMacro | FetchItems.FullBody, Token))
        {
            Assert.Equal(date, fetched.InternalDate);
            Assert.Equal([Flag.Draft, "$Forwarded"], fetched.Flags - Flag.Recent);
            messages.Add(await fetched.ToMimeMessageAsync(Token));
        }

        MimeMessage message = Assert.Single(messages);
        Assert.Equal("Grüße", message.Subject);
        Assert.Equal("Schönen Tag\nnoch", message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        MimePart attachment = Assert.IsType<MimePart>(Assert.Single(message.Attachments));
        using MemoryStream content = new();
        await attachment.Content!.DecodeToAsync(content, Token);
        Assert.Equal(Enumerable.Range(0, 256).Select(static octet => (byte)octet), content.ToArray());
    }

    [Fact]
    public async Task Every_line_that_is_sent_ends_in_CR_LF()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);

        await connection.AppendAsync("INBOX", Letter(), Token);

        string stored = Encoding.Latin1.GetString(server.User("alice").Inbox.Messages[^1].Octets.Span);
        Assert.DoesNotContain("\n", stored.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?", stored, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Several_are_appended_in_one_command()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        AppendMessage[] letters =
            [new(await Letter().ToLiteralAsync(Token)), new(await Letter().ToLiteralAsync(Token))];
        Assert.All(letters, static letter => Assert.True(letter.Content!.IsRepeatable));
        AppendResult appended = await connection.AppendAsync("INBOX", letters, Token);
        Assert.Equal(2, appended.Uids!.Count);
    }

    [Fact]
    public async Task A_message_without_its_body_says_what_to_fetch()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        int refused = 0;
        await foreach (FetchedMessage message in inbox.FetchAsync(UidSet.All, FetchItems.Envelope, Token))
        {
            InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(
                () => message.ToMimeMessageAsync(Token));
            Assert.Contains("FetchItem.Body", exception.Message, StringComparison.Ordinal);
            refused++;
        }

        Assert.Equal(3, refused);
    }

    [Fact]
    public async Task Parsing_can_be_left_and_the_next_message_read()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using ImapConnection connection = await server.ConnectAsync(Token);
        await connection.LoginAsync("alice", "secret", Token);
        SelectedMailbox inbox = await connection.SelectAsync("INBOX", Token);
        int read = 0;
        await foreach (FetchedMessage message in inbox.FetchAsync(UidSet.All, FetchItems.FullBody, Token))
        {
            if (read++ == 1)
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(
                    () => message.ToMimeMessageAsync(new CancellationToken(canceled: true)));
            }
            else
            {
                Assert.NotNull((await message.ToMimeMessageAsync(Token)).Subject);
            }
        }

        Assert.Equal(3, read);
    }

    private static MimeMessage Letter()
    {
        BodyBuilder body = new() { TextBody = "Schönen Tag\nnoch\n" };
        body.Attachments.Add("octets.bin", [.. Enumerable.Range(0, 256).Select(static octet => (byte)octet)]);
        return new MimeMessage(
            [new MailboxAddress("Jörg", "joerg@example.org")],
            [new MailboxAddress("Alice", "alice@example.org")],
            "Grüße",
            body.ToMessageBody());
    }
}
