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
        [typeof(StoreCommand)] = source => Store(
            source, static (set, operation, flags, silent, since) => new StoreCommand(SequenceSet.Parse(set), operation, flags) { Silent = silent, UnchangedSince = since }, "STORE"),
        [typeof(UidStoreCommand)] = source => Store(
            source, static (set, operation, flags, silent, since) => new UidStoreCommand(UidSet.Parse(set), operation, flags) { Silent = silent, UnchangedSince = since }, "UID STORE"),
        [typeof(FetchCommand)] = Fetch,
        [typeof(UidFetchCommand)] = UidFetch,
        [typeof(PartialCommand)] = _ => Case(new PartialCommand(new SequenceNumber(3), FetchItem.Rfc822MarkingSeen, 1, 99), "PARTIAL", Wanted.Words("3 RFC822 1 99")),
        [typeof(AppendCommand)] = Append,
        [typeof(ReplaceCommand)] = source => Replace(source, static (name, message) => new ReplaceCommand(new SequenceNumber(7), name, message), "REPLACE 7"),
        [typeof(UidReplaceCommand)] = source => Replace(source, static (name, message) => new UidReplaceCommand(new Uid(7), name, message), "UID REPLACE 7"),
        [typeof(SearchCommand)] = source => Search(source, static query => new SearchCommand(query, SearchReturnOptions.Min | SearchReturnOptions.Count), "SEARCH"),
        [typeof(UidSearchCommand)] = source => Search(source, static query => new UidSearchCommand(query, SearchReturnOptions.Min | SearchReturnOptions.Count), "UID SEARCH"),
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

    private static (ImapCommand Command, Wanted[] Tokens) Store(CommandSource source, Func<string, FlagOperation, FlagSet, bool, ModSequence?, ImapCommand> make, string word)
    {
        (string set, string flag) = (source.Set(), source.Flag());
        (FlagOperation operation, bool silent, string words) = source.OneOf(
            (FlagOperation.Add, false, "+FLAGS"), (FlagOperation.Add, true, "+FLAGS.SILENT"), (FlagOperation.Remove, false, "-FLAGS"), (FlagOperation.Remove, true, "-FLAGS.SILENT"),
            (FlagOperation.Set, false, "FLAGS"), (FlagOperation.Set, true, "FLAGS.SILENT"));
        ModSequence? since = source.Maybe() ? new ModSequence(long.MaxValue) : null;
        Wanted[] modifier = since is null ? [] : [Wanted.List(Wanted.Words("UNCHANGEDSINCE 9223372036854775807"))];
        return Case(make(set, operation, [flag], silent, since), word, [Wanted.Word(set), .. modifier, Wanted.Word(words), Wanted.List(Wanted.Word(flag))]);
    }

    private static (ImapCommand Command, Wanted[] Tokens) Fetch(CommandSource source)
    {
        (string set, FetchItems items, Wanted[] wanted) = Items(source);
        return source.Maybe()
            ? Case(new FetchCommand(SequenceSet.Parse(set), items), "FETCH", wanted)
            : Case(new FetchCommand(SequenceSet.Parse(set), items) { ChangedSince = new(7) }, "FETCH", [.. wanted, Wanted.List(Wanted.Words("CHANGEDSINCE 7"))]);
    }

    private static (ImapCommand Command, Wanted[] Tokens) UidFetch(CommandSource source)
    {
        (string set, FetchItems items, Wanted[] wanted) = Items(source);
        UidFetchCommand command = new(UidSet.Parse(set), items);
        return source.Number(3) switch
        {
            0 => Case(command, "UID FETCH", wanted),
            1 => Case(command with { ChangedSince = new(7), Vanished = true }, "UID FETCH", [.. wanted, Wanted.List(Wanted.Words("CHANGEDSINCE 7 VANISHED"))]),
            _ => Case(command with { Partial = new(-1, -100) }, "UID FETCH", [.. wanted, Wanted.List(Wanted.Words("PARTIAL -1:-100"))]),
        };
    }

    private static (string Set, FetchItems Items, Wanted[] Wanted) Items(CommandSource source)
    {
        (string set, string field) = (source.Set(), source.HeaderField());
        bool isAtom = field.IndexOfAny(['(', ')', '{', '%', '*', '"', '\\', ']']) < 0 && !field.Equals("NIL", StringComparison.OrdinalIgnoreCase);
        string written = isAtom ? field : $"\"{field.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        FetchItems items = FetchItem.Flags | FetchItem.Body(BodySection.HeaderFields("X-A", "X-" + field, field)) | FetchItem.Body(BodySection.Part(1, 2), 0, 99);
        string second = isAtom ? "X-" + field : "\"X-" + written[1..];
        Wanted[] wanted = [Wanted.Word("UID"), Wanted.Word("FLAGS"), Wanted.Word($"BODY.PEEK[HEADER.FIELDS (X-A {second} {written})]"), Wanted.Word("BODY.PEEK[1.2]<0.99>")];
        return (set, items, [Wanted.Word(set), Wanted.List(wanted)]);
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

    // Here the charset is not optional.
    private static (ImapCommand Command, Wanted[] Tokens) Ordered(CommandSource source, Func<SearchQuery, ImapCommand> make, string word, Wanted how)
    {
        SearchSource search = new(source);
        (SearchQuery query, Wanted[] tokens) = search.Next();
        return Case(make(query), word, [how, Wanted.Word(search.NeedsCharset ? "UTF-8" : "US-ASCII"), .. tokens]);
    }
}
