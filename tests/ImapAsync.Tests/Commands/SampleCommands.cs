namespace ImapAsync.Tests;

/// <summary>One of every command that a connection sends as it is.</summary>
internal static class SampleCommands
{
    private static readonly Uid Uid = new(7);
    private static readonly SequenceNumber Number = new(2);
    private static readonly AppendMessage Message = new("Subject: x\r\n\r\n"u8.ToArray());

    public static ImapCommand[] All { get; } =
    [
        new AppendCommand("INBOX", Message), new CapabilityCommand(), new CheckCommand(), new CloseCommand(), new ComparatorCommand(), new CompressCommand(), new CopyCommand(Number, "x"),
        new CreateCommand("x"), new DeleteAclCommand("x", "bob"), new DeleteCommand("x"), new EnableCommand("QRESYNC"), new ExamineCommand("x"), new ExpungeCommand(),
        new FetchCommand(Number, FetchItems.Flags), new GetAclCommand("x"), new GetAnnotationCommand("x", ["/comment"], ["value"]), new GetMetadataCommand("x", "/private/comment"),
        new GetQuotaCommand(""), new GetQuotaRootCommand("x"), new IdCommand(), new LanguageCommand(), new ListCommand("", "*"), new ListRightsCommand("x", "bob"),
        new LoginCommand("alice", "sesame"), new LogoutCommand(), new LsubCommand("", "*"), new MoveCommand(Number, "x"), new MyRightsCommand("x"), new NamespaceCommand(), new NoopCommand(),
        new PartialCommand(Number, FetchItem.Rfc822MarkingSeen, 1, 10), new ProxyAuthCommand("bob"), new RawCommand("XYZZY"), new RecentCommand(), new RenameCommand("x", "y"),
        new ReplaceCommand(Number, "x", Message), new RlistCommand("", "*"), new RlsubCommand("", "*"), new SearchCommand(SearchQuery.All), new SelectCommand("x"),
        new SetAclCommand("x", "bob", "lr"), new SetAnnotationCommand("x", "/comment", new AnnotationAttribute("value", "a")), new SetMetadataCommand("x", new MetadataEntry("/private/a", "b")),
        new SetQuotaCommand(""), new SortCommand([SortKey.Date], SearchQuery.All), new StartTlsCommand(), new StatusCommand("x", StatusItems.Messages),
        new StoreCommand(Number, FlagOperation.Add, Flag.Seen), new SubscribeCommand("x"), new ThreadCommand(ThreadAlgorithm.References, SearchQuery.All), new UidCopyCommand(Uid, "x"),
        new UidExpungeCommand(Uid), new UidFetchCommand(Uid, FetchItems.Flags), new UidMoveCommand(Uid, "x"), new UidReplaceCommand(Uid, "x", Message), new UidSearchCommand(SearchQuery.All),
        new UidSortCommand([SortKey.Date], SearchQuery.All), new UidStoreCommand(Uid, FlagOperation.Add, Flag.Seen), new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.All),
        new UnauthenticateCommand(), new UnselectCommand(), new UnsubscribeCommand("x"),
    ];
}
