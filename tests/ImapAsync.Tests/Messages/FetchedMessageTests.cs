using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class FetchedMessageTests
{
    private const string Sections =
        "2 FETCH (UID 7 BODY[HEADER.FIELDS (Subject FROM)] {23}\r\nSubject: a\r\nFrom: b@c\r\n BODY[1]<0> \"hel\\\"lo\" BODY[2.MIME] {4}\r\nM: 1 BINARY[2] ~{3}\r\n\0\u0001\u0002 BODY[3] NIL RFC822.TEXT \"text\" BODY[] \"\")";

    [Fact]
    public async Task Sections_are_found_by_what_they_are()
    {
        FetchedMessage message = FetchAnswers.Read(Sections);

        Assert.Equal("Subject: a\r\nFrom: b@c\r\n", await TextOf(message.Section(BodySection.HeaderFields("FROM", "subject"))));
        MessageBody first = Assert.IsType<MessageBody>(message.Section(BodySection.Part(1)), exactMatch: false);
        Assert.Equal("hel\"lo", await TextOf(first));
        Assert.Equal(0, first.Offset);
        Assert.Equal(6, first.Size);
        Assert.True(first.IsBuffered);
        Assert.False(first.IsBinary);
        Assert.Equal("M: 1", await TextOf(message.Section(BodySection.Mime(2))));
        Assert.Equal("text", await TextOf(message.Section(BodySection.Text)));
        Assert.Equal("", await TextOf(message.Section(BodySection.Full)));
        Assert.Null(message.Section(BodySection.Part(2)));
        Assert.Null(message.Section(BodySection.Part(3)));
        Assert.Null(message.Section(BodySection.Part(4)));
        MessageBody binary = Assert.IsType<MessageBody>(message.BinarySection(BodySection.Part(2)), exactMatch: false);
        Assert.True(binary.IsBinary);
        Assert.Equal([0, 1, 2], await binary.ReadAllAsync());
        Assert.Equal(["HEADER.FIELDS (Subject FROM)", "1", "2.MIME", "2", "TEXT", ""], message.Sections.Select(body => body.Section.ToString()));
        Assert.Empty(message.Malformed);
    }

    [Theory]
    [InlineData("RFC822", "")]
    [InlineData("RFC822.HEADER", "HEADER")]
    [InlineData("RFC822.TEXT", "TEXT")]
    [InlineData("BODY.PEEK[TEXT]", "TEXT")]
    [InlineData("body[header]", "HEADER")]
    public async Task Sections_have_several_names(string item, string section) =>
        Assert.Equal("x y", await TextOf(FetchAnswers.Read($"1 FETCH ({item} {{3}}\r\nx y)").Section(BodySection.Parse(section))));

    [Fact]
    public async Task The_whole_message_is_copied_and_opened()
    {
        FetchedMessage message = FetchAnswers.Read("1 FETCH (BODY[] {10}\r\nS: a\r\n\r\nhi)");
        using MemoryStream copy = new();
        await message.CopyBodyToAsync(copy);
        Assert.Equal("S: a\r\n\r\nhi", Encoding.ASCII.GetString(copy.ToArray()));
        await using Stream stream = message.OpenBody();
        using StreamReader reader = new(stream);
        Assert.Equal("S: a\r\n\r\nhi", await reader.ReadToEndAsync());
        Assert.Equal("a", message.Headers.Get("S"));
    }

    [Fact]
    public void Headers_are_those_that_were_fetched()
    {
        Assert.Equal("a", FetchAnswers.Read(Sections).Headers.Get("subject"));
        Assert.Equal("x", FetchAnswers.Read("1 FETCH (RFC822.HEADER {6}\r\nA: x\r\n)").Headers.Get("a"));
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => FetchAnswers.Read("1 FETCH (UID 3)").Headers);
        Assert.Contains("FetchItem.Body", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_what_was_not_fetched_names_the_item_to_ask_for()
    {
        FetchedMessage message = FetchAnswers.Read("1 FETCH (X-Y 1)");
        (Func<object?> Read, string Item)[] reads =
        [
            (() => message.Uid, "FetchItem.Uid"),
            (() => message.Flags, "FetchItem.Flags"),
            (() => message.InternalDate, "FetchItem.InternalDate"),
            (() => message.Size, "FetchItem.Size"),
            (() => message.Envelope, "FetchItem.Envelope"),
            (() => message.BodyStructure, "FetchItem.BodyStructure"),
            (() => message.SaveDate, "FetchItem.SaveDate"),
            (() => message.EmailId, "FetchItem.EmailId"),
            (() => message.ThreadId, "FetchItem.ThreadId"),
            (() => message.Preview, "FetchItem.Preview"),
            (() => message.OpenBody(), "FetchItem.Body"),
        ];
        foreach ((Func<object?> read, string item) in reads)
            Assert.Contains(item, Assert.Throws<InvalidOperationException>(() => read()).Message, StringComparison.Ordinal);
        Assert.Null(message.ModSequence);
        Assert.Null(message.Section(BodySection.Full));
    }

    [Fact]
    public void Has_reports_what_was_fetched()
    {
        FetchedMessage message = FetchAnswers.Read(Sections);
        Assert.True(message.Contains(FetchItem.Uid));
        Assert.False(message.Contains(FetchItem.Flags));
        Assert.True(message.Contains(FetchItem.BodyMarkingSeen()));
        Assert.True(message.Contains(FetchItem.Body(BodySection.Part(3))));
        Assert.False(message.Contains(FetchItem.Body(BodySection.Part(4))));
        Assert.True(message.Contains(FetchItem.Binary(BodySection.Part(2))));
        Assert.False(message.Contains(FetchItem.Binary(BodySection.Part(1))));
        Assert.False(message.Contains(FetchItem.BinarySize(BodySection.Part(1))));
        Assert.False(message.Contains(FetchItem.Raw("X-GM-LABELS")));
        Assert.True(FetchAnswers.Read("1 FETCH (X-GM-LABELS ())").Contains(FetchItem.Raw("X-GM-LABELS")));
    }

    [Fact]
    public async Task A_message_can_be_created_by_hand()
    {
        DateTimeOffset date = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(-3));
        FetchedMessage message = new()
        {
            SequenceNumber = new(3),
            Uid = new(7),
            Flags = [Flag.Seen],
            InternalDate = date,
            Size = 9,
            ModSequence = new(5),
            Envelope = new Envelope { Subject = "s" },
            BodyStructure = new BodyPart { Size = 4 },
            SaveDate = date,
            EmailId = "e",
            ThreadId = "t",
            Preview = "p",
            Sections = [MessageBody.From(BodySection.Full, "S: x\r\n\r\nabc"u8.ToArray())],
            Extensions = [new RawFetchItem("X-A", "1"u8.ToArray())],
        };

        Assert.Equal((3u, 7u, 9L, 5UL), (message.SequenceNumber.Value, message.Uid.Value, message.Size, message.ModSequence!.Value.Value));
        Assert.Equal(((DateTimeOffset?)date, (DateTimeOffset?)date), (message.InternalDate, message.SaveDate));
        Assert.Equal([Flag.Seen], message.Flags);
        Assert.Equal("s", message.Envelope.Subject);
        Assert.Equal(4, message.BodyStructure.Size);
        Assert.Equal(("e", "t", "p"), (message.EmailId, message.ThreadId, message.Preview));
        Assert.Equal("S: x\r\n\r\nabc", await TextOf(message.Section(BodySection.Full)));
        Assert.Equal("x", message.Headers.Get("S"));
        Assert.True(message.TryGetRaw("x-a", out _));
        Assert.Equal("X-A", Assert.Single(message.Extensions).Name);
        Assert.Empty(message.Malformed);
        Assert.True(message.Contains(FetchItem.Preview));
    }

    [Fact]
    public async Task Items_after_a_streamed_literal_are_added()
    {
        FetchedMessage message = new(FetchResponseParser.Read(new UntaggedResponse("2 FETCH (UID 7 "u8, ImapLimits.Default)));
        message.AddBody(MessageBody.From(BodySection.Part(1), "one"u8.ToArray()));
        Assert.False(message.Contains(FetchItem.Flags));

        message.Append(new FetchedMessage(FetchResponseParser.ReadMore(@" FLAGS (\Seen) PREVIEW ""p"" "u8)));
        message.AddBody(MessageBody.From(BodySection.Part(2), "two"u8.ToArray()));
        message.Append(new FetchedMessage(FetchResponseParser.ReadMore(" X-A 1 ENVELOPE nonsense)"u8)));

        Assert.Equal(7u, message.Uid.Value);
        Assert.Equal([Flag.Seen], message.Flags);
        Assert.Equal("p", message.Preview);
        Assert.Equal("one", await TextOf(message.Section(BodySection.Part(1))));
        Assert.Equal("two", await TextOf(message.Section(BodySection.Part(2))));
        Assert.Equal(["1", "2"], message.Sections.Select(body => body.Section.ToString()));
        Assert.True(message.TryGetRaw("X-A", out _));
        Assert.Empty(message.Envelope.Subject);
        Assert.Equal("ENVELOPE", Assert.Single(message.Malformed).Name);
    }

    [Fact]
    public void Of_flags_reported_twice_the_later_count()
    {
        FetchedMessage message = new(FetchResponseParser.Read(new UntaggedResponse("2 FETCH (UID 7 FLAGS () "u8, ImapLimits.Default)));
        message.Append(new FetchedMessage(FetchResponseParser.ReadMore(@" FLAGS (\Seen))"u8)));
        Assert.Equal([Flag.Seen], message.Flags);
    }

    // Quirk 28.
    [Fact]
    public void Two_responses_about_a_message_can_be_merged()
    {
        FetchedMessage earlier = FetchAnswers.Read("""4 FETCH (UID 7 FLAGS () PREVIEW "p" X-A 1)""");
        FetchedMessage later = FetchAnswers.Read("""4 FETCH (FLAGS (\Seen) RFC822.SIZE 9 BODY[1] "b" X-B 2)""");
        FetchedMessage merged = earlier.Merge(later);

        Assert.Equal((4u, 7u, 9L, "p"), (merged.SequenceNumber.Value, merged.Uid.Value, merged.Size, merged.Preview));
        Assert.Equal([Flag.Seen], merged.Flags);
        Assert.NotNull(merged.Section(BodySection.Part(1)));
        Assert.Equal(["X-A", "X-B"], merged.Extensions.Select(item => item.Name));
        Assert.Empty(earlier.Flags);
        Assert.False(earlier.Contains(FetchItem.Size));
        Assert.False(later.Contains(FetchItem.Uid));

        FetchedMessage three = merged.Merge(new FetchedMessage { Envelope = new Envelope { Subject = "s" } });
        Assert.Equal(("s", 9L), (three.Envelope.Subject, three.Size));
        Assert.False(merged.Contains(FetchItem.Envelope));
    }

    [Fact]
    public async Task Threads_may_read_one_message_at_once()
    {
        for (int run = 0; run < 200; run++)
        {
            FetchedMessage message = FetchAnswers.Read(SampleResponses.Overview(12));
            using Barrier start = new(4);
            Envelope[] envelopes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                start.SignalAndWait();
                Assert.Equal("Re: Angebot für die neue Anlage in München", message.Envelope.Subject);
                Assert.Equal(3, message.BodyStructure.Leaves.Count(leaf => leaf.ContentType.Type.Length > 0));
                return message.Envelope;
            })));
            Assert.All(envelopes, envelope => Assert.Same(envelopes[0], envelope));
        }
    }

    private static async Task<string> TextOf(MessageBody? body) => Encoding.Latin1.GetString(await Assert.IsType<MessageBody>(body, exactMatch: false).ReadAllAsync());
}
