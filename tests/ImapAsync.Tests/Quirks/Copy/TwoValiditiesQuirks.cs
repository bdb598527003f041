using System.Text;

namespace ImapAsync.Tests;

/// <summary>The codes of one COPY or MOVE name two mailboxes, or lack a part.</summary>
public sealed class TwoValiditiesQuirks
{
    private static readonly UidSet Scattered = UidSet.Of(
        Enumerable.Range(0, 2000).Select(i => new Uid(1_000_000_000 + ((uint)i * 2))));

    [Theory]
    [InlineData("{tag} OK [COPYUID 8 1000000004 5] x")]
    [InlineData("* OK [COPYUID 8 1000000004 5] x\r\n{tag} OK x")]
    [InlineData("{tag} NO [COPYUID 8 1000000004 5] x")]
    [InlineData("* OK [COPYUID 8 1000000004 5] x\r\n{tag} NO x")]
    public Task Of_a_long_set_each_piece_has_its_own(string second) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (bool moves in (bool[])[false, true])
        {
            Task<CopyResult> doing = moves
                ? session.Inbox.MoveAsync(Scattered, "a")
                : session.Inbox.CopyAsync(Scattered, "a");
            await AnswerAsync(session, "{tag} OK [COPYUID 7 1000000000 1] x");
            await AnswerAsync(session, second);
            CopyResult result;
            if (second.Contains("NO", StringComparison.Ordinal))
            {
                result = Assert.IsType<CopyResult>((await doing.FailsAsync<ImapCommandException>()).PartialValue);
            }
            else
            {
                await AnswerAsync(session, "{tag} OK [COPYUID 7 1000003998 9] x");
                result = await doing.InTime();
                Assert.Equal("1000000000,1000003998", result.Source.ToString());
            }

            Assert.Equal(7u, result.UidValidity!.Value.Value);
            Assert.Null(result.DestinationOf(new Uid(1_000_000_004)));
            MalformedResponse told = Assert.Single(result.Malformed);
            Assert.Equal(("COPYUID", "[COPYUID 8 1000000004 5]"), (told.Name, Encoding.ASCII.GetString(told.Raw.Span)));
            Assert.Contains("UIDVALIDITY 7", told.Reason, StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("* OK [COPYUID 7 5 21] x\r\n{tag} OK [COPYUID 7 5:7 21:23] x\r\n", "5>21 6>22 7>23")]
    [InlineData("* OK [COPYUID 7 5 21] x\r\n* OK [COPYUID 7 6 22] x\r\n{tag} OK [COPYUID 7 5:6 21:22] x\r\n", "5>21 6>22")]
    [InlineData("* OK [COPYUID 7 5 21] x\r\n* OK [COPYUID 7 6 22] x\r\n{tag} OK [COPYUID 7 5 21] x\r\n", "5>21 6>22")]
    [InlineData("* OK [COPYUID 7 5 21] x\r\n{tag} OK [COPYUID 7 5 22] x\r\n", "5>21", "[COPYUID 7 5 22]")]
    [InlineData("* OK [COPYUID 7 5:6 21:22] x\r\n{tag} OK [COPYUID 7 5 21] x\r\n", "5>21 6>22", "[COPYUID 7 5 21]")]
    public Task What_is_reported_twice_about_one_message(string answer, string pairs, string? malformed = null) =>
        QuirkSession.RunInInboxAsync(async session =>
        {
            Task<CopyResult> copying = session.Inbox.CopyAsync(UidSet.Parse("5:7"), "a");
            await session.AnswerAsync("UID COPY 5:7 a\r\n", answer);
            CopyResult result = await copying.InTime();
            Assert.Equal(
                pairs, string.Join(' ', result.Source.Select(uid => $"{uid}>{result.DestinationOf(uid)}")));
            Assert.Equal(
                malformed is null ? [] : [malformed],
                result.Malformed.Select(static told => Encoding.ASCII.GetString(told.Raw.Span)));
        });

    [Theory]
    [InlineData("[COPYUID 7 3]")]
    [InlineData("[COPYUID 7]")]
    [InlineData("[COPYUID]")]
    [InlineData("[COPYUID 7 3 NIL]")]
    [InlineData("[COPYUID 7 NIL 3]")]
    [InlineData("[COPYUID 7 3 \"\"]")]
    [InlineData("[COPYUID 3 10]")]
    public Task A_COPYUID_that_lacks_a_part_is_reported(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (string answer in (string[])[$"{{tag}} OK {code} x\r\n", $"* OK {code} x\r\n{{tag}} OK x\r\n"])
        {
            Task<CopyResult> copying = session.Inbox.CopyAsync(UidSet.Parse("3"), "a");
            await session.AnswerAsync("UID COPY 3 a\r\n", answer);
            IsTold(code, (await copying.InTime()).Malformed);

            copying = session.Inbox.MoveAsync(UidSet.Parse("3"), "a");
            await session.AnswerAsync("UID MOVE 3 a\r\n", answer);
            IsTold(code, (await copying.InTime()).Malformed);
        }
    });

    [Theory]
    [InlineData("[APPENDUID 7]")]
    [InlineData("[APPENDUID]")]
    [InlineData("[APPENDUID 7 NIL]")]
    [InlineData("[APPENDUID 7 \"\"]")]
    [InlineData("[APPENDUID x 3]")]
    public Task So_is_such_an_APPENDUID(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        foreach (string answer in (string[])[$"{{tag}} OK {code} x\r\n", $"* OK {code} x\r\n{{tag}} OK x\r\n"])
        {
            Task<AppendResult> appending = session.Connection.AppendAsync("a", "x"u8.ToArray());
            await session.AnswerAsync("APPEND a {1+}\r\nx\r\n", answer);
            IsTold(code, (await appending.InTime()).Malformed);
        }
    });

    [Theory]
    [InlineData("* OK [APPENDUID 7 3] x\r\n{tag} OK [APPENDUID 7 4] x\r\n", "3:4", null)] // the first was lost
    [InlineData("* OK [APPENDUID 7 3] x\r\n{tag} OK [APPENDUID 7 3] x\r\n", "3", null)]
    [InlineData("* OK [APPENDUID 7 3] x\r\n* OK [APPENDUID 7 4] x\r\n{tag} OK x\r\n", "3:4", null)]
    [InlineData("* OK [APPENDUID 7 3] x\r\n{tag} OK [APPENDUID 8 4] x\r\n", "3", "[APPENDUID 8 4]")]
    [InlineData("* OK [APPENDUID 7 3] x\r\n* OK [APPENDUID 8 4] x\r\n{tag} OK x\r\n", "3", "[APPENDUID 8 4]")]
    [InlineData("* OK [APPENDUID 7 3] x\r\n{tag} OK [APPENDUID 7] x\r\n", "3", "[APPENDUID 7]")]
    public Task Several_APPENDUIDs_are_reported_together(
        string answer, string uids, string? malformed) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<AppendResult> appending = session.Connection.AppendAsync("a", "x"u8.ToArray());
        await session.AnswerAsync("APPEND a {1+}\r\nx\r\n", answer);
        AppendResult result = await appending.InTime();
        Assert.Equal((7u, uids), (result.UidValidity!.Value.Value, result.Uids.ToString()));
        if (malformed is null)
            Assert.Empty(result.Malformed);
        else
            IsTold(malformed, result.Malformed);
    });

    // Servers send this if no message was copied.
    [Theory]
    [InlineData("[COPYUID 7 \"\" \"\"]")]
    [InlineData("[COPYUID 7 NIL NIL]")]
    [InlineData("[COPYUID 7 () ()]")]
    public Task Two_empty_sets_are_not_reported(string code) => QuirkSession.RunInInboxAsync(async session =>
    {
        Task<CopyResult> copying = session.Inbox.CopyAsync(UidSet.Parse("3"), "a");
        await session.AnswerAsync("UID COPY 3 a\r\n", $"{{tag}} OK {code} x\r\n");
        Assert.Empty((await copying.InTime()).Malformed);
    });

    private static async Task AnswerAsync(QuirkSession session, string answer)
    {
        string tag = (await session.Server.ReceiveLineAsync().InTime()).Split(' ')[0];
        session.SkipTags(1);
        await session.Server.SendAsync(answer.Replace("{tag}", tag, StringComparison.Ordinal) + "\r\n");
    }

    private static void IsTold(string code, IReadOnlyList<MalformedResponse> malformed) =>
        Assert.Contains(code, Encoding.ASCII.GetString(Assert.Single(malformed).Raw.Span), StringComparison.Ordinal);
}
