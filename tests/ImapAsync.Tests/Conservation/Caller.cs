using System.Text;

namespace ImapAsync.Tests;

/// <summary>Asks a question through the public API and records the answer.</summary>
internal static class Caller
{
    public static async Task<Heard> AskAsync(SelectedMailbox mailbox, Question question, Ledger ledger)
    {
        Heard heard = new();
        try
        {
            await (question.Verb switch
            {
                Verb.Fetch => FetchAsync(mailbox, question, ledger, heard),
                Verb.Store => StoreAsync(mailbox, question, heard),
                Verb.Search => SearchAsync(mailbox, question, heard),
                Verb.Sort => SortAsync(mailbox, question, heard),
                _ => SyncAsync(mailbox, question, ledger, heard),
            });
        }
        catch (Exception exception)
        {
            heard.Wrong = $"{exception}";
        }

        return heard;
    }

    private static FetchItems Items(Question question) =>
        FetchItems.Of([.. ItemTable.All.Where(kind => (question.Items & kind.Item) != Tests.Items.None).Select(static kind => kind.Asked)]);

    private static async Task FetchAsync(SelectedMailbox mailbox, Question question, Ledger ledger, Heard heard)
    {
        FetchItems items = Items(question);
        ImapStreamCommand<FetchedMessage> command = question.ByUid
            ? new UidFetchCommand(UidSet.Parse(question.Set), items)
            : new FetchCommand(SequenceSet.Parse(question.Set), items);
        if (question.Form == Form.Gathered)
        {
            ImapResult<IReadOnlyList<FetchedMessage>> result = await mailbox.SendAsync(command);
            Check(result, heard);
            await NoteAsync(result.Value, ledger, heard);
            return;
        }

        ImapItems<FetchedMessage> stream = question.Form == Form.Windowed && question.ByUid
            ? mailbox.FetchAsync(UidSet.Parse(question.Set), items)
            : mailbox.StreamAsync(command);
        await foreach (FetchedMessage message in stream)
            heard.Messages.Add(await MessageReader.ReadAsync(message, ledger.Kinds));
        Check(await stream.Completion, heard);
    }

    private static async Task StoreAsync(SelectedMailbox mailbox, Question question, Heard heard)
    {
        IReadOnlyList<FlagUpdate> changed;
        if (question.ByUid)
        {
            ImapResult<StoreResult<UidSet>> result = await mailbox.SendAsync(
                new UidStoreCommand(UidSet.Parse(question.Set), FlagOperation.Add, Flag.Seen) { Silent = question.IsSilent });
            Check(result, heard);
            changed = result.Value.Changed;
        }
        else
        {
            ImapResult<StoreResult<SequenceSet>> result = await mailbox.SendAsync(
                new StoreCommand(SequenceSet.Parse(question.Set), FlagOperation.Add, Flag.Seen) { Silent = question.IsSilent });
            Check(result, heard);
            changed = result.Value.Changed;
        }

        heard.Messages.AddRange(changed.Select(MessageReader.Read));
    }

    private static async Task SearchAsync(SelectedMailbox mailbox, Question question, Heard heard)
    {
        SearchReturnOptions returns = question.Form == Form.Gathered ? SearchReturnOptions.None : SearchReturnOptions.All;
        if (question.ByUid)
        {
            ImapResult<SearchResult> result = await mailbox.SendAsync(new UidSearchCommand(SearchQuery.Seen, returns));
            Check(result, heard);
            heard.Numbers.AddRange(result.Value.Uids.Select(static uid => uid.Value));
        }
        else
        {
            ImapResult<SequenceSearchResult> result = await mailbox.SendAsync(new SearchCommand(SearchQuery.Seen, returns));
            Check(result, heard);
            heard.Numbers.AddRange(result.Value.Numbers.Select(static number => number.Value));
        }
    }

    private static async Task SortAsync(SelectedMailbox mailbox, Question question, Heard heard)
    {
        SearchReturnOptions returns = question.Form == Form.Gathered ? SearchReturnOptions.None : SearchReturnOptions.All;
        if (question.ByUid)
        {
            ImapResult<SortResult<Uid>> result = await mailbox.SendAsync(new UidSortCommand([SortKey.Date], SearchQuery.All, returns));
            Check(result, heard);
            heard.Numbers.AddRange(result.Value.Select(static uid => uid.Value));
        }
        else
        {
            ImapResult<SortResult<SequenceNumber>> result = await mailbox.SendAsync(new SortCommand([SortKey.Date], SearchQuery.All, returns));
            Check(result, heard);
            heard.Numbers.AddRange(result.Value.Select(static number => number.Value));
        }
    }

    private static async Task SyncAsync(SelectedMailbox mailbox, Question question, Ledger ledger, Heard heard)
    {
        FetchedChanges changes = await mailbox.FetchChangesAsync(UidSet.Parse(question.Set), Items(question), new ModSequence(1));
        await NoteAsync(changes.Changed, ledger, heard);
        heard.Numbers.AddRange(changes.Vanished.Select(static uid => uid.Value));
    }

    private static async Task NoteAsync(IEnumerable<FetchedMessage> messages, Ledger ledger, Heard heard)
    {
        foreach (FetchedMessage message in messages)
            heard.Messages.Add(await MessageReader.ReadAsync(message, ledger.Kinds));
    }

    private static void Check<T>(ImapResult<T> result, Heard heard)
    {
        if (!result.IsOk)
            heard.Wrong ??= $"{result}";
        heard.AsTheyCame.AddRange(result.Malformed.Select(static response => Encoding.Latin1.GetString(response.Raw.Span)));
    }
}
