using System.Text;

namespace ImapAsync.Tests;

/// <summary>Numbers of 0 and below, and beyond 32 bits.</summary>
public sealed class NumberQuirks
{
    [Theory]
    [InlineData("-1", 0)]
    [InlineData("\"44\"", 44)]
    [Quirk(11)]
    public Task A_negative_count_of_octets_or_lines_is_0(string number, int expected) => QuirkSession.FetchAsync(
        FetchItems.Size | FetchItems.BodyStructure,
        $"* 3 FETCH (UID 7 RFC822.SIZE {number} BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" {number} {number} NIL NIL NIL NIL))\r\n",
        message =>
        {
            Assert.Equal(expected, message.Size);
            Assert.Equal(expected, message.BodyStructure.Size);
            Assert.Equal(expected, message.BodyStructure.Lines);
            Assert.Empty(message.Malformed);
        });

    [Theory]
    [InlineData("(-1)")] // Zoho
    [InlineData("(0)")] // Gmail
    [InlineData("0")]
    [InlineData("()")]
    [InlineData("NIL")]
    [InlineData("(NIL)")]
    [Quirk(11)]
    public Task A_mod_sequence_of_0_or_below_is_ignored(string value) => QuirkSession.FetchAsync(
        FetchItems.ModSequence | FetchItems.Flags,
        $"* 3 FETCH (UID 7 MODSEQ {value} FLAGS (\\Seen))\r\n",
        message =>
        {
            Assert.Null(message.ModSequence);
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Malformed);
        });

    [Fact]
    [Quirk(12)]
    public Task Zeros_where_a_number_must_not_be_0_are_unknown() => QuirkSession.RunAsync(async session =>
    {
        // SmarterMail
        ImapResult<SelectResult> result = await session.AskAsync(
            new SelectCommand("INBOX"), "SELECT INBOX\r\n", "* 0 EXISTS\r\n* OK [UIDVALIDITY 0] x\r\n* OK [UIDNEXT 0] x\r\n* OK [UNSEEN 0] x\r\n* OK [HIGHESTMODSEQ 0] x\r\n{tag} OK done\r\n");
        SelectResult selected = result.Value;
        // Without it no UID can be stored: that is reported.
        Assert.Equal("OK [UIDVALIDITY 0] x", System.Text.Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
        Assert.Equal((null, null, null, null), (selected.UidValidity, selected.UidNext, selected.FirstUnseen, selected.HighestModSequence));

        MailboxStatus status = await session.AskForAsync(
            new StatusCommand("a", StatusItems.Basic), "STATUS a (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)\r\n", "* STATUS a (MESSAGES 0 UIDNEXT 0 UIDVALIDITY 0 UNSEEN 0)\r\n");
        Assert.Equal((null, null, 0L), (status.UidNext, status.UidValidity, status.Unseen));
    });

    [Fact]
    [Quirk(12)]
    public Task Quotas_go_beyond_32_bits() => QuirkSession.RunAsync(async session =>
    {
        // Gmail
        Quota quota = await session.AskForAsync(new GetQuotaCommand(""), "GETQUOTA \"\"\r\n", "* QUOTA \"\" (STORAGE 7840921 15728640000000 MESSAGE 5 9223372036854775807)\r\n");
        Assert.Equal((7840921L, 15728640000000L), (quota.Storage!.Usage, quota.Storage.Limit));
        Assert.Equal(long.MaxValue, quota.Messages!.Limit);
    });

    [Fact]
    [Quirk(12)]
    public Task A_FETCH_may_have_the_number_0() => QuirkSession.RunInInboxAsync(async session =>
    {
        // Courier
        IReadOnlyList<FetchedMessage> messages = await session.AskForAsync(
            new UidFetchCommand(UidSet.Parse("7:8"), FetchItems.Flags), "UID FETCH 7:8 (FLAGS)\r\n", "* 0 FETCH (UID 7 FLAGS (\\Seen))\r\n* 4 FETCH (UID 8 FLAGS ())\r\n");

        Assert.Equal([7u, 8u], messages.Select(static message => message.Uid.Value));
        Assert.Equal<FlagSet>(Flag.Seen, messages[0].Flags);
        Assert.Empty(session.Warnings);
    });

    [Fact]
    [Quirk(13)]
    public Task Octets_are_counted_beyond_2_GiB() => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchItem late = FetchItem.Body(BodySection.Full, 6_000_000_000, 4);
        FetchedMessage message = await session.FetchOneAsync(
            FetchItems.Size | FetchItems.BodyStructure | late,
            "* 3 FETCH (UID 7 RFC822.SIZE 9000000000 BODYSTRUCTURE (\"VIDEO\" \"MP4\" NIL NIL NIL \"BINARY\" 8999999000 NIL NIL NIL NIL) BODY[]<6000000000> {4}\r\nabcd)\r\n");

        Assert.Equal(9_000_000_000, message.Size);
        Assert.Equal(8_999_999_000, message.BodyStructure.Size);
        Assert.Equal(6_000_000_000, message.Section(BodySection.Full)!.Offset);
        Assert.Equal("abcd", System.Text.Encoding.ASCII.GetString(await message.Section(BodySection.Full)!.ReadAllAsync()));
    });

    [Theory]
    [InlineData("MODSEQ (7 8)")]
    [InlineData("MODSEQ (7 x)")]
    [InlineData("MODSEQ (7 (8))")]
    public Task More_than_one_mod_sequence_is_reported(string item) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItem.Body(), $"* 3 FETCH (UID 7 {item} BODY[] \"x\")\r\n");
        Assert.Equal(7u, message.ModSequence?.Value);
        Assert.Equal(item, Encoding.ASCII.GetString(Assert.Single(message.Malformed).Raw.Span));
    });
}
