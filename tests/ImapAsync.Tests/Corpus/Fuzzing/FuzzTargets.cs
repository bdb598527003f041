namespace ImapAsync.Tests;

/// <summary>The targets that may read the responses of a family.</summary>
internal static class FuzzTargets
{
    private static readonly FetchItems Everything = FetchItems.AllMacro | FetchItems.BodyStructure | FetchItem.Uid | FetchItems.FullBody | FetchItem.Raw("X-ALL");

    private static readonly FuzzTarget Fetch = FuzzTarget.Of(new FetchCommand(SequenceSet.All, Everything), Write);
    private static readonly FuzzTarget Select = FuzzTarget.Of(new SelectCommand("Archive") { QResync = new(new(7), new(90)) }, CanonMailbox.Selected);
    private static readonly FuzzTarget Raw = FuzzTarget.Of(new RawCommand("X"), static result => string.Join('\n', result.Responses.Select(Canon.Response)));

    private static readonly Dictionary<string, FuzzTarget[]> ByFamily = new()
    {
        ["acl"] =
        [
            FuzzTarget.Of(new GetAclCommand("Archive"), CanonResult.Acl), FuzzTarget.Of(new MyRightsCommand("Archive"), static rights => rights.ToString()),
            FuzzTarget.Of(new ListRightsCommand("Archive", "smith"), CanonResult.Grantable),
        ],
        ["annotation"] = [FuzzTarget.Of(new GetAnnotationCommand("*", ["*"], ["*"]), CanonMailbox.Annotations)],
        ["append-copy"] = [FuzzTarget.Of(new AppendCommand("a", new AppendMessage("x"u8.ToArray())), CanonResult.Appended), FuzzTarget.Of(new UidMoveCommand(UidSet.All, "a"), Copied)],
        ["bodystructure"] = [Fetch],
        ["capability"] = [FuzzTarget.Of(new CapabilityCommand(), Names), FuzzTarget.Of(new EnableCommand("X"), Names)],
        ["envelope"] = [Fetch],
        ["esearch"] =
        [
            FuzzTarget.Of(new UidSearchCommand(SearchQuery.All, SearchReturnOptions.Min), CanonResult.Search), FuzzTarget.Of(new SearchCommand(SearchQuery.All), CanonResult.Search),
            FuzzTarget.Of(new UidSortCommand([SortKey.Date], SearchQuery.All, SearchReturnOptions.Min), Sorted),
        ],
        ["expunge"] = [FuzzTarget.Of(new UidExpungeCommand(UidSet.All), CanonResult.Expunged), Select],
        ["fetch"] = [Fetch, FuzzTarget.Of(new UidFetchCommand(UidSet.All, Everything), Write), FuzzTarget.Of(new UidStoreCommand(UidSet.All, FlagOperation.Add, Flag.Seen), CanonResult.Stored)],
        ["list"] =
        [
            FuzzTarget.Of(new ListCommand("", "*") { Status = StatusItems.Messages, Return = ListReturnOptions.MyRights, Metadata = ["/a"] }, Infos), FuzzTarget.Of(new LsubCommand("", "*"), Infos),
            FuzzTarget.Of(new CreateCommand("Archive/2027"), static result => result.Name.Value),
        ],
        ["metadata"] = [FuzzTarget.Of(new GetMetadataCommand("INBOX", "/a"), CanonMailbox.Metadata)],
        ["namespace"] = [FuzzTarget.Of(new NamespaceCommand(), CanonMailbox.Namespaces)],
        ["quota"] = [FuzzTarget.Of(new GetQuotaCommand("root"), CanonMailbox.Quota), FuzzTarget.Of(new GetQuotaRootCommand("INBOX"), CanonMailbox.QuotaRoots)],
        ["search"] = [FuzzTarget.Of(new SearchCommand(SearchQuery.All), CanonResult.Search), FuzzTarget.Of(new UidSearchCommand(SearchQuery.All), CanonResult.Search)],
        ["select"] = [Select],
        ["session"] =
        [
            FuzzTarget.Of(new IdCommand(), CanonResult.Fields), FuzzTarget.Of(new LanguageCommand(), static tags => string.Join(' ', tags)),
            FuzzTarget.Of(new ComparatorCommand(), static result => result.Active + string.Join(' ', result.Matching)), Raw,
        ],
        ["sort"] = [FuzzTarget.Of(new SortCommand([SortKey.Date], SearchQuery.All), Sorted)],
        ["status"] = [FuzzTarget.Of(new StatusCommand("Archive/2026", StatusItems.Messages), CanonMailbox.Status), FuzzTarget.Of(new StatusCommand("INBOX", StatusItems.Messages), CanonMailbox.Status)],
        ["store"] = [FuzzTarget.Of(new StoreCommand(SequenceSet.All, FlagOperation.Add, Flag.Seen), CanonResult.Stored), FuzzTarget.Of(new UidStoreCommand(UidSet.All, FlagOperation.Add, Flag.Seen), CanonResult.Stored)],
        ["thread"] = [FuzzTarget.Of(new ThreadCommand(ThreadAlgorithm.References, SearchQuery.All), CanonResult.Threads)],
    };

    /// <summary>All targets that may read a response, each with its family.</summary>
    public static IReadOnlyList<(string Family, FuzzTarget Target)> All { get; } =
        [.. ByFamily.OrderBy(static pair => pair.Key, StringComparer.Ordinal).SelectMany(static pair => pair.Value.Select(target => (pair.Key, target)))];

    public static FuzzTarget[] Of(string family) => ByFamily.GetValueOrDefault(family, [Raw, Select, Fetch]);

    private static string Write(IReadOnlyList<FetchedMessage> messages) => string.Join('\n', messages.Select(static message => CanonMessage.Message(message)));

    private static string Infos(IReadOnlyList<MailboxInfo> mailboxes) => string.Join('\n', mailboxes.Select(CanonMailbox.Info));

    private static string Names(ImapCapabilities names) => names.ToString();

    // Sets that a few octets name can be large: only their ends are looked at.
    private static string Copied(CopyResult result) => $"{result.UidValidity} {result.Source} {result.Destination} {result.Pairs.Take(10).Count()}";

    private static string Sorted<T>(SortResult<T> result)
        where T : unmanaged => $"{result.Count} {result.First} {result.Last} {result.Total} {result.ModSequence} {result.Partial}";
}
