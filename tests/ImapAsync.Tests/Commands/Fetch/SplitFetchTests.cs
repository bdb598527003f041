namespace ImapAsync.Tests;

/// <summary>Whatever a server says about a requested message reaches the caller, in however many responses, with or without its UID, and with omissions.</summary>
public sealed class SplitFetchTests
{
    private const string Date = "INTERNALDATE \"01-Jan-2026 00:00:00 +0000\"";
    private const string Rest = Date + " ENVELOPE (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL NIL)";

    private static readonly FetchItems Asked = FetchItems.Flags | FetchItems.InternalDate | FetchItems.Envelope;

    // What is missing was omitted by the server.
    [Theory]
    [InlineData("UID FLAGS RFC822", @"* 1 FETCH (UID 5 FLAGS (\Seen))")]
    [InlineData("FLAGS ENVELOPE", @"* 1 FETCH (UID 5 FLAGS (\Seen))")]
    [InlineData("FLAGS BODY.PEEK[]", "* 1 FETCH (UID 5 FLAGS (\\Seen) BODY [] {2}\r\nhi)")]
    [InlineData("FLAGS BODY.PEEK[]", "* 1 FETCH (UID 5 FLAGS (\\Seen) RFC822.PEEK {2}\r\nhi)")]
    [InlineData("BODY.PEEK[]", "* 1 FETCH (UID 5 BODY [] {2}\r\nhi)")]
    [InlineData("BODY.PEEK[]", "* 1 FETCH (UID 5 RFC822.PEEK {2}\r\nhi)")]
    [InlineData("BODY.PEEK[]", "* 1 FETCH (UID 5 FLAGS (\\Seen) RFC822.PEEK {2}\r\nhi)")]
    [InlineData("FLAGS MODSEQ", @"* 1 FETCH (UID 5 FLAGS (\Seen))")]
    [InlineData("FLAGS MODSEQ ENVELOPE", "* 1 FETCH (UID 5 MODSEQ (9))")]
    [InlineData("FLAGS RFC822.SIZE", "* 1 FETCH (UID 5 RFC822.SIZE 3)")]
    [InlineData("X-GM-LABELS FLAGS", @"* 1 FETCH (UID 5 FLAGS (\Seen))")]
    public async Task What_the_server_left_out_does_not_lose_the_message(string items, string answer)
    {
        FetchItems asked = FetchItems.Of([.. items.Split(' ').Select(FetchItem.Raw)]);
        IReadOnlyList<FetchedMessage>[] byUid = await AskAsync(new UidFetchCommand(new Uid(5), asked), answer + "\r\n");
        IReadOnlyList<FetchedMessage>[] byNumber = await AskAsync(new FetchCommand(new SequenceNumber(1), asked), answer + "\r\n");
        foreach (IReadOnlyList<FetchedMessage> messages in byUid.Concat(byNumber))
        {
            FetchedMessage message = Assert.Single(messages);
            Assert.Equal(5u, message.Uid.Value);
            FetchItem leftOut = asked.First(item => !message.Contains(item));
            Assert.Contains("omitted", Assert.Throws<InvalidOperationException>(() => Read(message, leftOut)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData($"* 3 FETCH (UID 7 {Rest})", @"* 3 FETCH (UID 7 FLAGS (\Seen))")]
    [InlineData(@"* 3 FETCH (UID 7 FLAGS (\Seen))", $"* 3 FETCH (UID 7 {Rest})")]
    [InlineData($"* 3 FETCH (UID 7 {Rest})", @"* 3 FETCH (FLAGS (\Seen))")]
    [InlineData(@"* 3 FETCH (FLAGS (\Seen))", $"* 3 FETCH (UID 7 {Rest})")]
    [InlineData(@"* 3 FETCH (UID 7 FLAGS (\Seen))", $"* 3 FETCH ({Rest})")]
    [InlineData($"* 3 FETCH (UID 7 {Rest})", @"* 3 FETCH (UID 7 FLAGS (\Seen) MODSEQ (9))")]
    public async Task A_message_in_two_responses_is_one_when_gathered_and_two_when_streamed(string first, string second)
    {
        foreach (bool byUid in new[] { true, false })
        {
            ImapStreamCommand<FetchedMessage> command = byUid ? new UidFetchCommand(new Uid(7), Asked) : new FetchCommand(new SequenceNumber(3), Asked);
            IReadOnlyList<FetchedMessage>[] answers = await AskAsync(command, $"{first}\r\n* 9 EXISTS\r\n{second}\r\n");
            FetchedMessage message = Assert.Single(answers[0]);
            Assert.Equal(("s", FlagSet.Of(Flag.Seen), 2026), (message.Envelope.Subject, message.Flags, message.InternalDate!.Value.Year));
            Assert.Equal(2, answers[1].Count);
            Assert.Single(answers[1], static part => part.Contains(FetchItem.Flags));
            Assert.Single(answers[1], static part => part.Contains(FetchItem.Envelope));
            Assert.All(answers[1], static part => Assert.Equal(3u, part.SequenceNumber.Value));
        }
    }

    [Theory]
    [InlineData("BODY[1] {1}\r\na", "BODY[2] {1}\r\nb")]
    [InlineData("BODY[2] {1}\r\nb", "BODY[1] {1}\r\na")]
    [InlineData("BODY[2] \"b\"", "BODY[1] \"a\"")]
    [InlineData("BODY[1] {1}\r\na BODY[1] {1}\r\na", "BODY[2] {1}\r\nb")]
    public async Task Several_sections_may_come_in_several_responses(string first, string second)
    {
        FetchItems asked = [FetchItem.Body(BodySection.Part(1)), FetchItem.Body(BodySection.Part(2))];
        FetchedMessage message = Assert.Single((await AskAsync(new UidFetchCommand(new Uid(7), asked), $"* 3 FETCH (UID 7 {first})\r\n* 3 FETCH (UID 7 {second})\r\n"))[0]);
        Assert.Equal((byte)'a', Assert.Single(await message.Section(BodySection.Part(1))!.ReadAllAsync()));
        Assert.Equal((byte)'b', Assert.Single(await message.Section(BodySection.Part(2))!.ReadAllAsync()));
    }

    // All of the first half before the second, which has no UIDs.
    [Fact]
    public async Task Halves_of_several_messages_find_each_other_by_their_numbers()
    {
        string answer = string.Concat(Enumerable.Range(1, 3).Select(static number => $"* {number} FETCH (UID {number + 4} ENVELOPE (NIL \"{number}\" NIL NIL NIL NIL NIL NIL NIL NIL))\r\n"))
            + string.Concat(Enumerable.Range(1, 3).Select(static number => $"* {number} FETCH ({Date})\r\n* {number} FETCH (FLAGS (k{number}))\r\n"));
        IReadOnlyList<FetchedMessage>[] answers = await AskAsync(new UidFetchCommand(UidSet.Parse("5:7"), Asked), answer);
        Assert.Equal(["5 1 (k1)", "6 2 (k2)", "7 3 (k3)"], answers[0].Select(static message => $"{message.Uid} {message.Envelope.Subject} {message.Flags}"));
        Assert.All(answers[0], static message => Assert.NotNull(message.InternalDate));
        Assert.Equal([5u, 6u, 7u, 5u, 6u, 7u, 5u, 6u, 7u], answers[1].Select(static part => part.Uid.Value));
    }

    [Theory]
    [InlineData("* 1 FETCH (UID 5 BODY[] {3}\r\nabc)", @"* 1 FETCH (UID 5 FLAGS (\Seen))", "abc|(\\Seen)|")]
    [InlineData(@"* 1 FETCH (UID 5 FLAGS (\Seen))", "* 1 FETCH (UID 5 BODY[] {3}\r\nabc)", "abc|(\\Seen)|")]
    [InlineData("* 1 FETCH (BODY[] {3}\r\nabc UID 5)", @"* 1 FETCH (FLAGS (\Seen))", "abc|(\\Seen)|")]
    [InlineData("* 1 FETCH (BODY[] {3}\r\nabc UID 5 FLAGS ())", @"* 1 FETCH (UID 5 FLAGS (\Seen))", "abc|()|")]
    [InlineData("* 1 FETCH (BODY[] {3}\r\nabc UID 5 FLAGS ())", @"* 1 FETCH (FLAGS (\Seen))", "abc|()|")]
    public async Task A_body_and_the_flags_may_come_separately(string first, string second, string told)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<string> reading = ReadAsync(inbox.StreamAsync(new UidFetchCommand(UidSet.Parse("5:6"), FetchItems.Flags | FetchItems.FullBody)));
        await server.ReceiveLineAsync();
        await server.SendAsync($"{first}\r\n{second}\r\nA2 OK done\r\n");
        Assert.Equal(told, await reading.InTime());
    }

    [Theory]
    [InlineData("FLAGS RFC822.SIZE", @"FLAGS (\Seen) RFC822.SIZE 3")]
    [InlineData("FLAGS RFC822.SIZE", @"RFC822.SIZE 3 FLAGS (\Seen)")]
    [InlineData("FLAGS BODY.PEEK[]", "FLAGS (\\Seen) BODY[] {1}\r\nx")]
    public async Task Without_its_UID_the_only_message_is_known(string items, string answer)
    {
        FetchItems asked = FetchItems.Of([.. items.Split(' ').Select(FetchItem.Raw)]);
        foreach (IReadOnlyList<FetchedMessage> messages in await AskAsync(new UidFetchCommand(new Uid(5), asked), $"* 1 FETCH ({answer})\r\n"))
        {
            FetchedMessage message = Assert.Single(messages);
            Assert.Equal((1u, 5u, FlagSet.Of(Flag.Seen)), (message.SequenceNumber.Value, message.Uid.Value, message.Flags));
        }
    }

    [Fact]
    public async Task Without_UIDs_several_messages_have_their_numbers()
    {
        foreach (IReadOnlyList<FetchedMessage> messages in await AskAsync(
            new UidFetchCommand(UidSet.Parse("5:6"), FetchItems.Flags), "* 1 FETCH (FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS ())\r\n"))
        {
            Assert.Equal([1u, 2u], messages.Select(static message => message.SequenceNumber.Value));
            Assert.All(messages, static message => Assert.Contains("omitted UID", Assert.Throws<InvalidOperationException>(() => message.Uid).Message, StringComparison.Ordinal));
        }
    }

    // It may or may not be message 6: the server otherwise puts UIDs into its answers.
    [Fact]
    public async Task What_may_be_an_update_about_another_message_is_reported_to_both()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        await using TestListener listener = await server.IdleAsync(inbox);
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> asking = inbox.SendAsync(new UidFetchCommand(UidSet.Parse("5:6"), FetchItems.Flags)).AsTask();
        await server.ExpectAsync("DONE\r\nA3 UID FETCH 5:6 (FLAGS)\r\n");
        await server.SendAsync("A2 OK\r\n* 1 FETCH (UID 5 FLAGS ())\r\n* 2 FETCH (FLAGS (\\Seen))\r\nA3 OK done\r\n");

        ImapResult<IReadOnlyList<FetchedMessage>> result = await asking.InTime();
        Assert.Equal(5u, Assert.Single(result.Value).Uid.Value);
        Assert.Equal("2 FETCH (FLAGS (\\Seen))", System.Text.Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
        MailboxEvent.Fetched told = Assert.IsType<MailboxEvent.Fetched>(await listener.NextAsync());
        Assert.Equal(2u, told.Message.SequenceNumber.Value);
    }

    // By then the number that the flags came with belongs to another message.
    [Theory]
    [InlineData("* 1 EXPUNGE\r\n* 2 FETCH (FLAGS (\\Seen))\r\n* 2 FETCH (UID 7 RFC822.SIZE 1)\r\n", true)]
    [InlineData("* 2 FETCH (FLAGS (\\Seen))\r\n* 1 EXPUNGE\r\n* 2 FETCH (UID 7 RFC822.SIZE 1)\r\n", false)]
    [InlineData("* 3 FETCH (FLAGS (\\Seen))\r\n* 1 EXPUNGE\r\n* 3 FETCH (UID 8 RFC822.SIZE 1)\r\n", false)]
    [InlineData("* 3 FETCH (FLAGS (\\Seen))\r\n* VANISHED 5\r\n* 3 FETCH (UID 8 RFC822.SIZE 1)\r\n", false)]
    public async Task A_number_means_what_it_meant_on_arrival(string answer, bool isLast)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync(exists: 9);
        UidFetchCommand command = new(UidSet.Parse("5:9"), FetchItems.Flags | FetchItems.Size);
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> asking = inbox.SendAsync(command).AsTask();
        await server.ReceiveLineAsync();
        await server.SendAsync($"* 1 FETCH (UID 5 FLAGS () RFC822.SIZE 1)\r\n* 2 FETCH (UID 6 RFC822.SIZE 1)\r\n{answer}A2 OK done\r\n");

        ImapResult<IReadOnlyList<FetchedMessage>> result = await asking.InTime();
        Assert.Equal([true, false, isLast], result.Value.Select(static message => message.Contains(FetchItem.Flags)));
        Assert.Equal(isLast ? 0 : 1, result.Malformed.Count);
    }

    // What the message already has is an update, and so is what was never requested.
    [Theory]
    [InlineData("FLAGS", "5", "* 1 FETCH (UID 5 FLAGS ())\r\n* 1 FETCH (FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS (\\Seen))")]
    [InlineData("FLAGS RFC822.SIZE", "5", "* 1 FETCH (UID 5 FLAGS (\\Seen))\r\n* 1 FETCH (UID 5 FLAGS () RFC822.SIZE 3)\r\n* 1 FETCH (UID 5 FLAGS (\\Seen))")]
    [InlineData("RFC822.SIZE", "5", "* 1 FETCH (UID 5 FLAGS (\\Seen))\r\n* 1 FETCH (UID 5 RFC822.SIZE 3)\r\n* 1 FETCH (UID 5 RFC822.SIZE 3)")]
    [InlineData("FLAGS RFC822.SIZE", "5:6", "* 1 FETCH (FLAGS (\\Seen))\r\n* 1 FETCH (UID 5 FLAGS () RFC822.SIZE 3)\r\n* 9 FETCH (UID 99 FLAGS ())")]
    [InlineData("FLAGS", "5:9", "* 4 EXPUNGE\r\n* 1 FETCH (UID 5 FLAGS ())\r\n* 2 FETCH (FLAGS ())")]
    public async Task Updates_are_not_an_answer(string items, string uids, string answer)
    {
        FetchItems asked = FetchItems.Of([.. items.Split(' ').Select(FetchItem.Raw)]);
        foreach (IReadOnlyList<FetchedMessage> messages in await AskAsync(new UidFetchCommand(UidSet.Parse(uids), asked), answer + "\r\n"))
            Assert.Equal(5u, Assert.Single(messages).Uid.Value);
    }

    [Fact]
    public async Task A_text_that_the_server_does_not_have_need_not_be_requested_again()
    {
        foreach (IReadOnlyList<FetchedMessage> messages in await AskAsync(new UidFetchCommand(new Uid(7), [FetchItem.Body(), FetchItem.Body(BodySection.Header)]), "* 3 FETCH (UID 7 BODY[HEADER] NIL BODY[] NIL)\r\n"))
        {
            FetchedMessage message = Assert.Single(messages);
            Assert.Contains("no such text", Assert.Throws<InvalidOperationException>(message.OpenBody).Message, StringComparison.Ordinal);
            Assert.Contains("no such text", Assert.Throws<InvalidOperationException>(() => message.Headers).Message, StringComparison.Ordinal);
            Assert.Contains("ask for it", Assert.Throws<InvalidOperationException>(() => message.Flags).Message, StringComparison.Ordinal);
        }
    }

    // The same answer gathered, then streamed.
    private static async Task<IReadOnlyList<FetchedMessage>[]> AskAsync(ImapStreamCommand<FetchedMessage> command, string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<IReadOnlyList<FetchedMessage>>> gathering = inbox.SendAsync(command).AsTask();
        string line = await server.ReceiveLineAsync();
        await server.SendAsync(answer + "A2 OK done\r\n");
        IReadOnlyList<FetchedMessage> gathered = (await gathering.InTime()).Value;
        Task<List<FetchedMessage>> streaming = inbox.StreamAsync(command).ToListAsync().AsTask();
        Assert.Equal(line[3..], (await server.ReceiveLineAsync())[3..]);
        await server.SendAsync(answer + "A3 OK done\r\n");
        return [gathered, await streaming.InTime()];
    }

    private static async Task<string> ReadAsync(ImapItems<FetchedMessage> stream)
    {
        System.Text.StringBuilder read = new();
        await foreach (FetchedMessage message in stream)
        {
            if (message.Section(BodySection.Full) is { } body)
                read.Append(System.Text.Encoding.ASCII.GetString(await body.ReadAllAsync())).Append('|');
            if (message.Contains(FetchItem.Flags))
                read.Append(message.Flags).Append('|');
        }

        return read.ToString();
    }

    private static object? Read(FetchedMessage message, FetchItem item) => item.ToString() switch
    {
        "FLAGS" => message.Flags,
        "ENVELOPE" => message.Envelope,
        "RFC822.SIZE" => message.Size,
        "MODSEQ" or "X-GM-LABELS" => throw new InvalidOperationException("omitted"),
        _ => message.OpenBody(),
    };
}
