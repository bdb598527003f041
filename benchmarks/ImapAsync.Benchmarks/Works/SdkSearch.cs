namespace ImapAsync.Benchmarks;

/// <summary>W10: a million hits.</summary>
internal static class SdkSearch
{
    // The ranges are what a set consists of.
    private static double SizeOf(SearchResult result) => result.Uids.Ranges.Length * 2.0 * sizeof(uint);

    public static async Task<WorkResult> RunAsync(SelectedMailbox mailbox, SearchReturnOptions returns)
    {
        ImapResult<SearchResult> found = await mailbox.SendAsync(new UidSearchCommand(SearchQuery.All, returns));
        return new WorkResult(found.Value.Uids.Count, found, Extra: SizeOf(found.Value));
    }
}
