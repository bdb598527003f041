namespace ImapAsync.Tests;

/// <summary>What could be an update is decided again at the tagged answer, when numbers may have changed and more may be known. The conversations were found by <see cref="ConservationTests"/>.</summary>
public sealed class HeldBackTests
{
    [Theory]
    // The number belongs to a message that has gone since: nobody knows whose flags these were.
    [InlineData("3,18,21", "FLAGS", "* 4 FETCH (FLAGS (k))\r\n* 4 EXPUNGE\r\n* 1 FETCH (UID 3 FLAGS ())\r\n* 4 FETCH (UID 21 FLAGS ())\r\n", "1/3/() 4/21/()", 1)]
    // The UID is the one known for this number.
    [InlineData("*", "FLAGS SAVEDATE", "* 7 FETCH (UID 103 SAVEDATE NIL)\r\n* 7 FETCH (UID 103 FLAGS (k))\r\n* 1 FETCH (UID 30 FLAGS ())\r\n", "7/103/(k)", 0)]
    // Twice, and in a response without a UID.
    [InlineData("49:69", "FLAGS PREVIEW", "* 3 FETCH (UID 62 FLAGS (k))\r\n* 3 FETCH (UID 62 FLAGS (k))\r\n* 3 FETCH (PREVIEW \"p\")\r\n", "3/62/(k)", 0)]
    // What was held back under a number does not belong to the message that has the number now.
    [InlineData("71,74", "FLAGS PREVIEW", "* 7 FETCH (UID 71 FLAGS (k))\r\n* 7 EXPUNGE\r\n* 7 FETCH (PREVIEW \"p\")\r\n", "7// 7/71/(k)", 0)]
    // What came first does not override what came later.
    [InlineData("5", "FLAGS MODSEQ PREVIEW SAVEDATE", "* 1 FETCH (UID 5 FLAGS (old) MODSEQ (8))\r\n* 1 FETCH (UID 5 FLAGS (new) PREVIEW \"p\")\r\n", "1/5/(new)", 0)]
    public async Task It_belongs_to_the_message_that_it_was_about(string uids, string items, string answer, string expected, int unclear)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        UidFetchCommand command = new(UidSet.Parse(uids), FetchItems.Of([.. items.Split(' ').Select(FetchItem.Raw)]));
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> fetching = inbox.SendAsync(command).AsTask();
        await server.AnswerAsync($"A2 UID FETCH {uids} ({items})\r\n", answer + "{tag} OK done\r\n");

        ImapResult<IReadOnlyList<FetchedMessage>> result = await fetching.InTime();
        Assert.Equal(expected, string.Join(' ', result.Value.Select(Told)));
        Assert.Equal(unclear, result.Malformed.Count);
    }

    private static string Told(FetchedMessage message) =>
        $"{message.SequenceNumber}/{(message.Contains(FetchItem.Uid) ? $"{message.Uid}" : "")}/{(message.Contains(FetchItem.Flags) ? $"{message.Flags}" : "")}";
}
