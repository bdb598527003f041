using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// Generates mail: conversations between a few people, so that searches, sorting and threads have something to find.
/// The same seed generates the same octets.
/// </summary>
internal sealed class MessageGenerator
{
    private readonly SeededRandom _random;
    private readonly DateTimeOffset _end;
    private readonly List<Conversation> _open = [];
    private readonly int _seed;
    private int _count;

    private MessageGenerator(int seed, DateTimeOffset end)
    {
        _seed = seed;
        _random = new SeededRandom(seed);
        _end = end;
    }

    /// <summary>
    /// Generates this many messages, the last of them shortly before the given time, with a few hours between each two.
    /// </summary>
    public static IEnumerable<ImapTestMessage> Generate(int count, int seed, DateTimeOffset end)
    {
        MessageGenerator generator =
            new MessageGenerator(seed, new DateTimeOffset(end.Ticks - end.Ticks % TimeSpan.TicksPerSecond, end.Offset));
        for (int i = 0; i < count; i++)
            yield return generator.Next(count - i);
    }

    private ImapTestMessage Next(int left)
    {
        DateTimeOffset date = _end - TimeSpan.FromHours(5 * left) + TimeSpan.FromMinutes(_random.Next(240));
        Conversation conversation = Choose();
        Person from = Cast.People[_random.Next(Cast.People.Length)];
        string id = $"{++_count}.{_seed}@mail.example.org";
        StringBuilder text = new();
        text.Append(
            $"Date: {MessageParts.Date(date)}\r\nFrom: {from.Header}\r\n"
            + $"To: {Cast.People[_random.Next(Cast.People.Length)].Header}\r\n");
        text.Append(
            $"Subject: {(conversation.Ids.Count > 0 ? "Re: " : "")}{MessageParts.Word(conversation.Subject)}\r\n"
            + $"Message-ID: <{id}>\r\n");
        if (conversation.Ids.Count > 0)
        {
            text.Append(
                $"In-Reply-To: <{conversation.Ids[^1]}>\r\n"
                + $"References: {string.Join("\r\n ", conversation.Ids.Select(static known => $"<{known}>"))}\r\n");
        }

        text.Append("MIME-Version: 1.0\r\n");
        MessageParts.AppendContent(text, _random, conversation.Subject, from.Name, $"=_{_count}.{_seed & 0xFFFF:x}");
        conversation.Ids.Add(id);
        return new ImapTestMessage(Encoding.UTF8.GetBytes(text.ToString()), Flags(left), date);
    }

    // Every third message begins a conversation; six are open at a time.
    private Conversation Choose()
    {
        if (_open.Count > 0 && _random.Next(3) > 0)
            return _open[_random.Next(_open.Count)];
        Conversation conversation = new(Cast.Subjects[_random.Next(Cast.Subjects.Length)]);
        _open.Add(conversation);
        if (_open.Count > 6)
            _open.RemoveAt(0);
        return conversation;
    }

    // Old messages have been read.
    private FlagSet Flags(int left)
    {
        FlagSet flags = _random.Next(10) == 0 ? Flag.Flagged : FlagSet.Empty;
        if (left > 20 && _random.Next(12) > 0)
            flags |= Flag.Seen;
        if (flags.Contains(Flag.Seen) && _random.Next(4) == 0)
            flags |= Flag.Answered;
        return _random.Next(15) == 0 ? flags | Flag.Forwarded : flags;
    }

    private sealed class Conversation(string subject)
    {
        public string Subject { get; } = subject;

        public List<string> Ids { get; } = [];
    }
}
