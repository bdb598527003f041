namespace ImapAsync.Benchmarks;

/// <summary>W10: a million hits.</summary>
internal static class SdkSearch
{
    public static async Task<WorkResult> RunAsync(SelectedMailbox mailbox, SearchReturn returns)
    {
        ImapResult<SearchResult> found = await mailbox.SendAsync(new UidSearchCommand(SearchQuery.All, returns));
        return new WorkResult(found.Value.Uids.Count, found);
    }
}
