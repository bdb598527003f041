using ImapAsync.Extensibility;

namespace ImapAsync.Testing.Tests.Search;

/// <summary>A search as a client writes it, and what it finds.</summary>
internal static class SearchCase
{
    public static readonly SearchContext Context = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    public static SearchProgram Parse(string keys, bool withCharset = false)
    {
        ImapTokenReader reader = new(Octets.Of(keys));
        SearchProgram program = withCharset ? SearchProgram.ParseWithCharset(ref reader) : SearchProgram.Parse(ref reader);
        Assert.True(reader.End);
        return program;
    }

    public static bool Matches(string keys, IMessageView message, SearchContext? context = null) => Parse(keys).Matches(message, context ?? Context);

    /// <summary>The sequence numbers of what is found, with spaces between them.</summary>
    public static string Find(string keys, SearchContext context, params IEnumerable<IMessageView> messages)
    {
        SearchProgram program = Parse(keys);
        return string.Join(' ', messages.Where(message => program.Matches(message, context)).Select(message => message.SequenceNumber));
    }

    public static CommandRefusedException Refusal(string keys, bool withCharset = false) =>
        Assert.Throws<CommandRefusedException>(() => Parse(keys, withCharset));
}
