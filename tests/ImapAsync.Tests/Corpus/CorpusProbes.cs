namespace ImapAsync.Tests;

/// <summary>The probes by name; words after the name are their arguments.</summary>
internal static class CorpusProbes
{
    private static readonly FetchItems Everything =
        FetchItem.Uid | FetchItems.AllMacro | FetchItems.BodyStructure | FetchItems.FullBody | FetchItems.Preview | FetchItems.ModSequence
        | FetchItem.SaveDate | FetchItem.EmailId | FetchItem.ThreadId | FetchItem.BinarySize(BodySection.Part(1)) | FetchItem.Raw("X-ALL");

    private static readonly UidSet AllUids = UidSet.All;
    private static readonly SequenceSet AllNumbers = SequenceSet.All;
    private static readonly AppendMessage Message = new("x"u8.ToArray());

    private static readonly Dictionary<string, Func<string[], CorpusProbe>> ByName = new()
    {
        ["greeting"] = _ => new CorpusProbe(false, static _ => throw new InvalidOperationException("It is the first thing that a server says.")) { IsGreeting = true },
        ["continuation"] = _ => CorpusConversations.Continuation,
        ["untagged"] = _ => CorpusConversations.Untagged,
        ["tagged"] = _ => CorpusProbe.Of(new NoopCommand(), static _ => "", isInMailbox: false, tellsStatus: true),
        ["capability"] = _ => Session(new CapabilityCommand(), static names => Canon.List(names, static name => name)),
        ["enable"] = args => Session(new EnableCommand(args), static names => Canon.List(names, static name => name)),
        ["id"] = _ => Session(new IdCommand(), CanonResult.Fields),
        ["language"] = _ => Session(new LanguageCommand(), static tags => Canon.List(tags, Canon.Text)),
        ["comparator"] = _ => Session(new ComparatorCommand(), static result => $"{Canon.Text(result.Active)} {Canon.List(result.Matching, Canon.Text)}"),
        ["namespace"] = _ => Session(new NamespaceCommand(), CanonMailbox.Namespaces),
        ["select"] = args => Session(new SelectCommand(args[0]), CanonMailbox.Selected),
        ["examine"] = args => Session(new ExamineCommand(args[0]), CanonMailbox.Selected),
        ["resync"] = args => Session(new SelectCommand(args[0]) { QResync = new(new(7), new(90)) }, CanonMailbox.Selected),
        ["list"] = _ => Session(new ListCommand("", "*"), Infos),
        ["lsub"] = _ => Session(new LsubCommand("", "*"), Infos),
        ["rlist"] = _ => Session(new RlistCommand("", "*"), Infos),
        ["rlsub"] = _ => Session(new RlsubCommand("", "*"), Infos),
        ["list-status"] = _ => Session(new ListCommand("", "*") { Status = StatusItems.Messages, Return = ListReturnOptions.MyRights, Metadata = ["/shared/comment"] }, Infos),
        ["create"] = args => Session(new CreateCommand(args[0]), static result => Canon.Join(Canon.Text(result.Name.Value), Canon.Part("id", result.MailboxId))),
        ["status"] = args => Session(new StatusCommand(args[0], StatusItems.Messages), CanonMailbox.Status),
        ["getacl"] = args => Session(new GetAclCommand(args[0]), CanonResult.Acl),
        ["myrights"] = args => Session(new MyRightsCommand(args[0]), static rights => $"rights {rights}"),
        ["listrights"] = args => Session(new ListRightsCommand(args[0], args[1]), CanonResult.Grantable),
        ["getquota"] = args => Session(new GetQuotaCommand(string.Concat(args)), CanonMailbox.Quota),
        ["setquota"] = args => Session(new SetQuotaCommand(args[0]), CanonMailbox.Quota),
        ["getquotaroot"] = args => Session(new GetQuotaRootCommand(args[0]), CanonMailbox.QuotaRoots),
        ["getmetadata"] = args => Session(new GetMetadataCommand(string.Concat(args), "/shared/comment"), CanonMailbox.Metadata),
        ["getannotation"] = _ => Session(new GetAnnotationCommand("*", ["*"], ["*"]), CanonMailbox.Annotations),
        ["append"] = _ => Session(new AppendCommand("INBOX", Message), CanonResult.Appended, tellsStatus: true),
        ["search"] = _ => CorpusProbe.Of(new SearchCommand(SearchQuery.All), CanonResult.Search),
        ["search-return"] = _ => CorpusProbe.Of(new SearchCommand(SearchQuery.All, SearchReturnOptions.Min | SearchReturnOptions.Count), CanonResult.Search),
        ["uid-search"] = _ => CorpusProbe.Of(new UidSearchCommand(SearchQuery.All), CanonResult.Search),
        ["uid-search-partial"] = _ => CorpusProbe.Of(new UidSearchCommand(SearchQuery.All) { Partial = new PartialRange(1, 10) }, CanonResult.Search),
        ["sort"] = _ => CorpusProbe.Of(new SortCommand([SortKey.Date], SearchQuery.All), CanonResult.Sorted),
        ["uid-sort"] = _ => CorpusProbe.Of(new UidSortCommand([SortKey.Date], SearchQuery.All), CanonResult.Sorted),
        ["uid-sort-return"] = _ => CorpusProbe.Of(new UidSortCommand([SortKey.Date], SearchQuery.All, SearchReturnOptions.Min | SearchReturnOptions.Count), CanonResult.Sorted),
        ["thread"] = _ => CorpusProbe.Of(new ThreadCommand(ThreadAlgorithm.References, SearchQuery.All), CanonResult.Threads),
        ["uid-thread"] = _ => CorpusProbe.Of(new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.All), CanonResult.Threads),
        ["fetch"] = _ => CorpusConversations.Fetch(new FetchCommand(AllNumbers, Everything)),
        ["fetch-flags"] = _ => CorpusConversations.Fetch(new FetchCommand(AllNumbers, FetchItems.Flags | FetchItems.ModSequence)),
        ["uid-fetch"] = _ => CorpusConversations.Fetch(new UidFetchCommand(AllUids, Everything)),
        ["store"] = _ => CorpusProbe.Of(new StoreCommand(AllNumbers, FlagOperation.Add, Flag.Seen), CanonResult.Stored, tellsStatus: true),
        ["uid-store"] = _ => CorpusProbe.Of(new UidStoreCommand(AllUids, FlagOperation.Add, Flag.Seen), CanonResult.Stored, tellsStatus: true),
        ["expunge"] = _ => CorpusProbe.Of(new ExpungeCommand(), CanonResult.Expunged),
        ["uid-expunge"] = _ => CorpusProbe.Of(new UidExpungeCommand(AllUids), CanonResult.Expunged),
        ["copy"] = _ => CorpusProbe.Of(new UidCopyCommand(AllUids, "Archive"), CanonResult.Copied, tellsStatus: true),
        ["move"] = _ => CorpusProbe.Of(new UidMoveCommand(AllUids, "Archive"), CanonResult.Copied, tellsStatus: true),
        ["raw"] = args => Session(new RawCommand(args[0]), static result => string.Join('\n', result.Responses.Select(Canon.Response))),
    };

    private static readonly Dictionary<string, CorpusProbe> Known = [];

    public static CorpusProbe Find(string heading)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(heading, out CorpusProbe? probe))
            {
                string[] words = heading.Split(' ');
                Known.Add(heading, probe = ByName[words[0]](words[1..]));
            }

            return probe;
        }
    }

    private static CorpusProbe Session<T>(ImapCommand<T> command, Func<T, string> write, bool tellsStatus = false) =>
        CorpusProbe.Of(command, write, isInMailbox: false, tellsStatus);

    private static string Infos(IReadOnlyList<MailboxInfo> mailboxes) => string.Join('\n', mailboxes.Select(CanonMailbox.Info));
}
