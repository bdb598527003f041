namespace ImapAsync.Tests;

/// <summary>Results of commands on messages as text, see <see cref="Canon"/>.</summary>
internal static class CanonResult
{
    public static string Search(SearchResult result) => Canon.Join(
        "hits", Canon.Part("uids", result.Uids), Common(result.Min, result.Max, result.Count, result.ModSequence, result.Partial, result.Relevancy));

    public static string Search(SequenceSearchResult result) => Canon.Join(
        "hits", Canon.Part("numbers", result.Numbers), Common(result.Min, result.Max, result.Count, result.ModSequence, result.Partial, result.Relevancy));

    public static string Sorted<T>(SortResult<T> result)
        where T : unmanaged => Canon.Join(
        "sorted",
        Canon.List(result, static number => number.ToString()!),
        Canon.Part("first", result.First),
        Canon.Part("last", result.Last),
        Canon.Part("total", result.Total),
        Canon.Part("modseq", result.ModSequence),
        Canon.Part("partial", result.Partial));

    public static string Threads<T>(ThreadResult<T> result)
        where T : unmanaged => $"threads {result.Count}: {result}";

    public static string Stored(StoreResult<UidSet> result) => Canon.Join("stored", Canon.List(result.Changed, Update), Canon.Part("modified", result.Modified));

    public static string Stored(StoreResult<SequenceSet> result) => Canon.Join("stored", Canon.List(result.Changed, Update), Canon.Part("modified", result.Modified));

    public static string Expunged(ExpungeResult result) => Canon.Join("expunged", Canon.List(result.Numbers, static number => number.ToString()), Canon.Part("uids", result.Uids), Canon.Part("count", result.Count));

    public static string Copied(CopyResult result) => Canon.Join(
        "copied", Canon.Part("uidvalidity", result.UidValidity), Canon.Part("from", result.Source), Canon.Part("to", result.Destination),
        Canon.List(result.Pairs, static pair => $"{pair.Item1}->{pair.Item2}"));

    public static string Appended(AppendResult result) => Canon.Join("appended", Canon.Part("uidvalidity", result.UidValidity), Canon.Part("uids", result.Uids));

    public static string Acl(Acl acl) => Canon.Join("acl", Canon.List(acl.Entries, static entry => $"{Canon.Text(entry.Identifier)}{(entry.IsNegative ? " not" : "")} {entry.Rights}"));

    public static string Grantable(GrantableRights rights) => Canon.Join("required", rights.Required.ToString(), "optional", Canon.List(rights.Optional, static one => one.ToString()));

    public static string Fields(IReadOnlyDictionary<string, string?> fields) => Canon.Join("fields", Canon.List(fields, static pair => $"{pair.Key}={Canon.Text(pair.Value)}"));

    private static string Common(object? min, object? max, long? count, ModSequence? modSeq, PartialRange? partial, IReadOnlyList<int> relevancy) => Canon.Join(
        Canon.Part("min", min),
        Canon.Part("max", max),
        Canon.Part("count", count),
        Canon.Part("modseq", modSeq),
        Canon.Part("partial", partial),
        relevancy.Count == 0 ? null : Canon.Part("relevancy", string.Join(',', relevancy)));

    private static string Update(FlagUpdate update) => Canon.Join(
        update.Number.ToString(), Canon.Part("uid", update.Uid), Canon.Part("flags", update.Flags), Canon.Part("modseq", update.ModSequence));
}
