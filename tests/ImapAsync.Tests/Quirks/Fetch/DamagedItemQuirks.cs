using System.Text;

namespace ImapAsync.Tests;

/// <summary>An item of a FETCH that is damaged, and its neighbours.</summary>
public sealed class DamagedItemQuirks
{
    [Theory]
    [InlineData("UID x", "UID")]
    [InlineData("UID 0", "UID")]
    [InlineData("UID NIL", "UID")]
    [InlineData("UID 99999999999", "UID")]
    [InlineData("UID (7)", "UID")]
    [InlineData("FLAGS \\Seen", "FLAGS")]
    [InlineData("FLAGS (\\Seen (x))", "FLAGS")]
    [InlineData("FLAGS {5}\r\n\\Seen", "FLAGS")]
    [InlineData("RFC822.SIZE NIL", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE 44k", "RFC822.SIZE")]
    [InlineData("RFC822.SIZE 9999999999999999999999", "RFC822.SIZE")]
    [InlineData("INTERNALDATE (x)", "INTERNALDATE")]
    [InlineData("INTERNALDATE \"17/07/2026\"", "INTERNALDATE")]
    [InlineData("MODSEQ (x)", "MODSEQ")]
    [InlineData("MODSEQ \"\"", "MODSEQ")]
    [InlineData("ENVELOPE NIL", "ENVELOPE")]
    [InlineData("ENVELOPE \"x\"", "ENVELOPE")]
    [InlineData("BODYSTRUCTURE 5", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" x 1)", "BODYSTRUCTURE")]
    [InlineData("BODY[2] (x)", "BODY[2]")]
    [InlineData("BINARY.SIZE[2] x", "BINARY.SIZE[2]")]
    [InlineData("SAVEDATE \"soon\"", "SAVEDATE")]
    [InlineData("PREVIEW (x)", "PREVIEW")]
    [InlineData("(a b)", "")]
    [InlineData("X-NEW", "X-NEW")] // without a value: the name after it is the next item's
    public Task A_damaged_item_is_malformed_and_its_neighbours_are_fine(string damaged, string name) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(
            FetchItem.Body(BodySection.Part(1)), $"* 3 FETCH (EMAILID (before) {damaged} BODY[1] {{3}}\r\nabc THREADID (after))\r\n");

        MalformedResponse malformed = Assert.Single(message.Malformed);
        Assert.Equal(name, malformed.Name);
        string raw = Encoding.ASCII.GetString(malformed.Raw.Span);
        Assert.StartsWith(name.Length == 0 ? "(a b)" : damaged, raw, StringComparison.Ordinal);
        Assert.DoesNotContain("EMAILID", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("THREADID", raw, StringComparison.Ordinal);
        Assert.NotEmpty(malformed.Reason);

        Assert.Equal(("before", "after"), (message.EmailId, message.ThreadId));
        Assert.Equal("abc", Encoding.ASCII.GetString(await message.Section(BodySection.Part(1))!.ReadAllAsync()));
        Assert.Null(message.Contains(FetchItem.InternalDate) ? message.InternalDate : null);
        // What is read eagerly and cannot be is reported in the log, at each of the two fetches.
        Assert.Equal(name is "UID" or "FLAGS" or "RFC822.SIZE" or "INTERNALDATE" or "MODSEQ" ? 2 : 0, session.Warnings.Count);
        Assert.All(session.Warnings, static line => Assert.StartsWith("A response has an item that cannot be read", line, StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("ENVELOPE (\"never closed NIL NIL)")]
    [InlineData("BODYSTRUCTURE ((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 (1")]
    [InlineData("X-NEW (1 (2 (3)")]
    [InlineData("FLAGS ((\\Seen")]
    public Task An_item_that_is_never_closed_ends_with_the_response(string damaged) => QuirkSession.RunInInboxAsync(async session =>
    {
        ImapResult<IReadOnlyList<FetchedMessage>> result = await session.AskAsync(
            new UidFetchCommand(UidSet.Parse("7:8"), FetchItems.Size),
            "UID FETCH 7:8 (RFC822.SIZE)\r\n",
            $"* 3 FETCH (UID 7 RFC822.SIZE 44 {damaged})\r\n* 4 FETCH (UID 8 RFC822.SIZE 45)\r\n{{tag}} OK done\r\n");

        Assert.Equal([(7u, 44L), (8u, 45L)], result.Value.Select(static message => (message.Uid.Value, message.Size)));
        MalformedResponse malformed = Assert.Single(result.Value[0].Malformed);
        Assert.StartsWith(damaged, Encoding.ASCII.GetString(malformed.Raw.Span), StringComparison.Ordinal);
        Assert.Single(session.Warnings);
    });

    [Theory]
    [InlineData("BODYSTRUCTURE ) (a)", "BODYSTRUCTURE|")] // the list after it was mistaken for the structure
    [InlineData("BODYSTRUCTURE) FLAGS (\\Seen) (a)", "BODYSTRUCTURE|")]
    [InlineData("BODYSTRUCTURE ) RFC822.SIZE 5 (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 31 1)", "BODYSTRUCTURE|")]
    [InlineData("BODYSTRUCTURE FLAGS (\\Seen) (a)", "BODYSTRUCTURE|")]
    [InlineData("BODYSTRUCTURE ) X-NEW (a)", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE ) FLAGS (\\Seen) X-NEW (a)", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE )", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE", "BODYSTRUCTURE")]
    [InlineData("BODYSTRUCTURE ) ENVELOPE ) (a)", "BODYSTRUCTURE|ENVELOPE|")]
    [InlineData("X-NEW ) BODYSTRUCTURE NIL (a)", "X-NEW|")]
    public Task An_item_without_a_value_does_not_take_what_comes_later(string items, string malformed) => QuirkSession.RunInInboxAsync(async session =>
    {
        FetchedMessage message = await session.FetchOneAsync(FetchItems.Flags | FetchItems.BodyStructure, $"* 3 FETCH (UID 7 EMAILID (x) {items})\r\n");
        Assert.Equal(malformed.Split('|'), message.Malformed.Select(static item => item.Name));
        Assert.All(message.Malformed, item => Assert.Equal(item.Name.Length == 0 ? "(" : item.Name, Encoding.ASCII.GetString(item.Raw.Span)[..Math.Max(1, item.Name.Length)]));
        if (message.Contains(FetchItem.BodyStructure))
            Assert.True(message.BodyStructure.IsEmpty);
    });
}
