using static ImapAsync.Tests.CommandCases;

namespace ImapAsync.Tests;

/// <summary>Commands on messages.</summary>
internal static class MessageCases
{
    public static Dictionary<Type, Func<CommandSource, (ImapCommand Command, Wanted[] Tokens)>> All { get; } = new()
    {
        [typeof(CheckCommand)] = _ => Case(new CheckCommand(), "CHECK"),
        [typeof(CloseCommand)] = _ => Case(new CloseCommand(), "CLOSE"),
        [typeof(UnselectCommand)] = _ => Case(new UnselectCommand(), "UNSELECT"),
        [typeof(ExpungeCommand)] = _ => Case(new ExpungeCommand(), "EXPUNGE"),
        [typeof(RecentCommand)] = _ => Case(new RecentCommand(), "NOOP"),
        [typeof(UidExpungeCommand)] = source => source.Set() is var set ? Case(new UidExpungeCommand(UidSet.Parse(set)), "UID EXPUNGE", Wanted.Word(set)) : default,
        [typeof(CopyCommand)] = source => To(source, static (set, name) => new CopyCommand(SequenceSet.Parse(set), name), "COPY"),
        [typeof(MoveCommand)] = source => To(source, static (set, name) => new MoveCommand(SequenceSet.Parse(set), name), "MOVE"),
        [typeof(UidCopyCommand)] = source => To(source, static (set, name) => new UidCopyCommand(UidSet.Parse(set), name), "UID COPY"),
        [typeof(UidMoveCommand)] = source => To(source, static (set, name) => new UidMoveCommand(UidSet.Parse(set), name), "UID MOVE"),
        [typeof(StoreCommand)] = source => Store(source, static (set, flags) => new StoreCommand(SequenceSet.Parse(set), FlagOperation.Add, flags), "STORE"),
        [typeof(UidStoreCommand)] = source => Store(source, static (set, flags) => new UidStoreCommand(UidSet.Parse(set), FlagOperation.Add, flags), "UID STORE"),
        [typeof(FetchCommand)] = source => Fetch(source, static (set, items) => new FetchCommand(SequenceSet.Parse(set), items), "FETCH"),
        [typeof(UidFetchCommand)] = source => Fetch(source, static (set, items) => new UidFetchCommand(UidSet.Parse(set), items), "UID FETCH"),
        [typeof(PartialCommand)] = _ => Case(new PartialCommand(new SequenceNumber(3), FetchItem.Rfc822, 1, 99), "PARTIAL", Wanted.Words("3 RFC822 1 99")),
        [typeof(AppendCommand)] = Append,
        [typeof(ReplaceCommand)] = source => Replace(source, static (name, message) => new ReplaceCommand(new SequenceNumber(7), name, message), "REPLACE 7"),
        [typeof(UidReplaceCommand)] = source => Replace(source, static (name, message) => new UidReplaceCommand(new Uid(7), name, message), "UID REPLACE 7"),
        [typeof(SearchCommand)] = source => Search(source, static query => new SearchCommand(query, SearchReturn.Min | SearchReturn.Count), "SEARCH"),
        [typeof(UidSearchCommand)] = source => Search(source, static query => new UidSearchCommand(query, SearchReturn.Min | SearchReturn.Count), "UID SEARCH"),
        [typeof(SortCommand)] = source => Ordered(source, static query => new SortCommand([SortKey.Date.Reversed, SortKey.Subject], query), "SORT", Wanted.List(Wanted.Words("REVERSE DATE SUBJECT"))),
        [typeof(UidSortCommand)] = source => Ordered(source, static query => new UidSortCommand([SortKey.From], query), "UID SORT", Wanted.List(Wanted.Word("FROM"))),
        [typeof(ThreadCommand)] = source => Ordered(source, static query => new ThreadCommand(ThreadAlgorithm.References, query), "THREAD", Wanted.Word("REFERENCES")),
        [typeof(UidThreadCommand)] = source => Ordered(source, static query => new UidThreadCommand(ThreadAlgorithm.OrderedSubject, query), "UID THREAD", Wanted.Word("ORDEREDSUBJECT")),
    };

    private static (ImapCommand Command, Wanted[] Tokens) To(CommandSource source, Func<string, MailboxName, ImapCommand> make, string word)
    {
        (string set, string name) = (source.Set(), source.Name());
        return Case(make(set, name), word, Wanted.Word(set), Wanted.Mailbox(name, source.Utf8));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Store(CommandSource source, Func<string, FlagSet, ImapCommand> make, string word)
    {
        (string set, string flag) = (source.Set(), source.Flag());
        return Case(make(set, flag), word, Wanted.Word(set), Wanted.Word("+FLAGS"), Wanted.List(Wanted.Word(flag)));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Fetch(CommandSource source, Func<string, FetchItems, ImapCommand> make, string word)
    {
        string set = source.Set();
        FetchItems items = FetchItem.Flags | FetchItem.BodyPeek(BodySection.HeaderFields("Subject", "X-(a)\"b\"")) | FetchItem.BodyPeek(BodySection.Part(1, 2), 0, 99);
        Wanted[] wanted = [Wanted.Word("UID"), Wanted.Word("FLAGS"), Wanted.Word("BODY.PEEK[HEADER.FIELDS (Subject \"X-(a)\\\"b\\\"\")]"), Wanted.Word("BODY.PEEK[1.2]<0.99>")];
        return Case(make(set, items), word, Wanted.Word(set), Wanted.List(wanted));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Append(CommandSource source)
    {
        (string name, string url, byte[] text, byte[] binary) = (source.Name(), source.SomeText(), source.Octets(nul: false), source.Octets(nul: true));
        AppendMessage whole = new(text) { Flags = Flag.Seen, InternalDate = new DateTimeOffset(2026, 2, 1, 3, 4, 5, TimeSpan.FromHours(-7)) };
        AppendMessage parts = new([CatenatePart.Url(url), CatenatePart.Text(binary, AppendForm.Binary)]);
        return Case(
            new AppendCommand(name, [whole, parts]),
            "APPEND",
            Wanted.Mailbox(name, source.Utf8),
            Wanted.List(Wanted.Word("\\Seen")),
            Wanted.String("01-Feb-2026 03:04:05 -0700"),
            Wanted.String(text),
            Wanted.Word("CATENATE"),
            Wanted.List(Wanted.Word("URL"), Wanted.AString(url), Wanted.Word("TEXT"), Wanted.String(binary, mayBeLiteral8: true)));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Replace(CommandSource source, Func<MailboxName, AppendMessage, ImapCommand> make, string words)
    {
        (string name, byte[] text) = (source.Name(), source.Octets(nul: false));
        return Case(make(name, new AppendMessage(text)), words, Wanted.Mailbox(name, source.Utf8), Wanted.String(text));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Search(CommandSource source, Func<SearchQuery, ImapCommand> make, string word)
    {
        SearchSource search = new(source);
        (SearchQuery query, Wanted[] tokens) = search.Next();
        Wanted[] charset = search.NeedsCharset && !source.Utf8 ? Wanted.Words("CHARSET UTF-8") : [];
        return Case(make(query), word, [Wanted.Word("RETURN"), Wanted.List(Wanted.Words("MIN COUNT")), .. charset, .. tokens]);
    }

    // Here the charset is no option.
    private static (ImapCommand Command, Wanted[] Tokens) Ordered(CommandSource source, Func<SearchQuery, ImapCommand> make, string word, Wanted how)
    {
        SearchSource search = new(source);
        (SearchQuery query, Wanted[] tokens) = search.Next();
        return Case(make(query), word, [how, Wanted.Word(search.NeedsCharset ? "UTF-8" : "US-ASCII"), .. tokens]);
    }
}
