using System.Text;

namespace ImapAsync.Tests;

/// <summary>
/// A part whose FETCH is refused after the octets, or is damaged, is not mistaken for the whole
/// part.
/// </summary>
public sealed class HalfReadTextQuirks
{
    private const string Asked = "UID FETCH 5 (UID BODY.PEEK[1])\r\n";

    private static readonly BodyPart Part = new() { ContentType = new ContentType("text", "plain") };

    [Theory]
    [InlineData("BODY[1] {2}\r\nhe)", "NO [UNAVAILABLE] the rest cannot be read")]
    [InlineData("BODY[1] {2}\r\nhe)", "BAD the rest cannot be read")]
    [InlineData("BODY[1] \"he\")", "NO [UNAVAILABLE] the rest cannot be read")]
    public Task A_refusal_after_the_octets_is_thrown(string items, string end) =>
        QuirkSession.RunInInboxAsync(async session =>
        {
            string answer = $"* 1 FETCH (UID 5 {items}\r\n{{tag}} {end}\r\n";
            Task<string> reading = session.Inbox.ReadTextAsync(new(5), Part);
            await session.AnswerAsync(Asked, answer);
            ImapCommandException thrown = await reading.FailsAsync<ImapCommandException>();
            Assert.Equal("the rest cannot be read", thrown.ServerText);

            Task<string> opening = OpenAndReadAsync(session);
            await session.AnswerAsync(Asked, answer);
            await opening.FailsAsync<ImapCommandException>();
        });

    [Theory]
    [InlineData("BODY[1] {2}\r\nhe\r\nllo)")]
    [InlineData("BODY[1] {3}\r\nhelglued)")]
    [InlineData("BODY[1] {3}\r\nhelglued FLAGS (k1))")]
    [InlineData("BODY[1] {3}\r\nhello)")]
    [InlineData("BODY[1] {5}\r\nhelo RFC822.SIZE 4)")]
    [InlineData("BODY[1] {3}\r\nhel)\r\n)")]
    [InlineData("BODY[1] {3}\r\nhel")]
    [InlineData("BODY[1] {4}\r\nhel)")]
    [InlineData("BODY[1] {3}\r\nhel FLAGS (a (b) c))")]
    [InlineData("BODY[1] \"hel\"lo)")]
    [InlineData("BODY[1] \"hel\"\r\nlo)")]
    public Task Damage_is_thrown(string items) => QuirkSession.RunInInboxAsync(async session =>
    {
        string answer = $"* 1 FETCH (UID 5 {items}\r\n{{tag}} OK done\r\n";
        Task<string> reading = session.Inbox.ReadTextAsync(new(5), Part);
        await session.AnswerAsync(Asked, answer);
        await reading.FailsAsync<ImapProtocolException>();

        Task<string> opening = OpenAndReadAsync(session);
        await session.AnswerAsync(Asked, answer);
        await opening.FailsAsync<ImapProtocolException>();
    });

    // What was damaged may have been the part.
    [Theory]
    [InlineData("BODY[1] (x))")]
    [InlineData("BODY[1] {3}x\r\nhel)")]
    public Task Nor_is_a_damaged_answer_mistaken_for_a_part_that_is_gone(string items) =>
        QuirkSession.RunInInboxAsync(async session =>
        {
            Task<string> reading = session.Inbox.ReadTextAsync(new(5), Part);
            await session.AnswerAsync(Asked, $"* 1 FETCH (UID 5 {items}\r\n{{tag}} OK done\r\n");
            await reading.FailsAsync<ImapProtocolException>();
        });

    [Fact]
    public Task The_octets_that_came_are_read_before_the_fault_shows() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<Stream> opening = session.Inbox.OpenPartAsync(new(5), Part);
        await session.AnswerAsync(Asked, "* 1 FETCH (UID 5 BODY[1] {2}\r\nhe)\r\n{tag} NO no more\r\n");
        await using Stream stream = await opening.InTime();
        byte[] buffer = new byte[2];
        await stream.ReadExactlyAsync(buffer).AsTask().InTime();
        Assert.Equal("he", Encoding.ASCII.GetString(buffer));
        Assert.Equal(0, await stream.ReadAsync(Memory<byte>.Empty).InTime());
        // A second read reports the same.
        await stream.ReadAsync(buffer).AsTask().FailsAsync<ImapCommandException>();
        await stream.ReadAsync(buffer, 0, 1).FailsAsync<ImapCommandException>();
        await stream.CopyToAsync(Stream.Null).FailsAsync<ImapCommandException>();
    });

    [Fact]
    public Task What_is_whole_is_read_to_its_end() => QuirkSession.RunInInboxAsync(async session =>
    {
        string[] answers =
            ["BODY[1] {5}\r\nhello)", "BODY[1] \"hello\")", "BODY[1] {5}\r\nhello FLAGS (\\Seen) MODSEQ (7))"];
        foreach (string items in answers)
        {
            Task<string> reading = session.Inbox.ReadTextAsync(new(5), Part);
            await session.AnswerAsync(Asked, $"* 1 FETCH (UID 5 {items}\r\n* 10 EXISTS\r\n{{tag}} OK done\r\n");
            Assert.Equal("hello", await reading.InTime());
        }
    });

    [Fact]
    public Task A_caller_that_waits_for_the_end_can_cancel() => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<Stream> opening = session.Inbox.OpenPartAsync(new(5), Part);
        await session.AnswerAsync(Asked, "* 1 FETCH (UID 5 BODY[1] {2}\r\nhe)\r\n");
        await using (Stream stream = await opening.InTime())
        {
            byte[] buffer = new byte[2];
            await stream.ReadExactlyAsync(buffer).AsTask().InTime();
            using CancellationTokenSource leaving = new();
            ValueTask<int> end = stream.ReadAsync(buffer, leaving.Token);
            await leaving.CancelAsync();
            await end.AsTask().FailsAsync<OperationCanceledException>();
        }

        await session.Server.SendAsync("A2 OK done\r\n");
    });

    private static async Task<string> OpenAndReadAsync(QuirkSession session)
    {
        await using Stream stream = await session.Inbox.OpenPartAsync(new(5), Part);
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync();
    }
}
