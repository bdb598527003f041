using System.Text;

namespace ImapAsync.Tests;

/// <summary>Mailbox updates by FETCH that do not name their message, or cannot be read.</summary>
public sealed class FetchUpdateQuirks
{
    [Theory]
    [InlineData("FETCH (UID 7 FLAGS (\\Seen))")]
    [InlineData("FETCH (FLAGS (\\Seen) UID 7)")]
    [InlineData("0 FETCH (UID 7 FLAGS (\\Seen))")]
    [InlineData("UID 7 FETCH (UID 7 FLAGS (\\Seen))", false)]
    [InlineData("FETCH (FLAGS (\\Seen))", false)]
    public async Task Updates_about_a_message_without_its_number_are_reported_by_its_UID(string news, bool isTold = true)
    {
        await using QuirkSession session = await QuirkSession.StartAsync();
        await session.SelectInboxAsync();
        await using TestListener listener = await session.Server.IdleAsync(session.Inbox);
        await session.Server.SendAsync($"* {news}\r\n* 12 EXISTS\r\n");
        if (isTold)
        {
            FetchedMessage told = Assert.IsType<MailboxEvent.Fetched>(await listener.NextAsync()).Message;
            Assert.Equal((7u, 0u, "(\\Seen)"), (told.Uid.Value, told.SequenceNumber.Value, told.Flags.ToString()));
        }

        Assert.IsType<MailboxEvent.Exists>(await listener.NextAsync());
    }

    [Fact]
    public async Task Updates_that_cannot_be_read_completely_are_reported_and_logged()
    {
        await using QuirkSession session = await QuirkSession.StartAsync();
        await session.SelectInboxAsync();
        await using TestListener listener = await session.Server.IdleAsync(session.Inbox);
        await session.Server.SendAsync("* 3 FETCH (UID 7 FLAGS \\Seen X-NEW (1))\r\n");
        MailboxEvent.Fetched told = Assert.IsType<MailboxEvent.Fetched>(await listener.NextAsync());
        Assert.Equal(7u, told.Message.Uid.Value);
        Assert.Equal("FLAGS \\Seen", Encoding.ASCII.GetString(Assert.Single(told.Message.Malformed).Raw.Span));
        Assert.StartsWith("A response has an item that cannot be read", Assert.Single(session.Warnings), StringComparison.Ordinal);
    }
}
