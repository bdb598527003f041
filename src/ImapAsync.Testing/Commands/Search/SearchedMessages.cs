namespace ImapAsync.Testing;

/// <summary>The messages of the selected mailbox that match a search, in the mailbox's order.</summary>
internal static class SearchedMessages
{
    public static MessageEntry[] Find(ClientSession session, SearchProgram program)
    {
        SelectedView view = session.View;
        SearchContext context = new(session.Server.Store.Now)
        {
            LastSequenceNumber = (uint)view.Messages.Count,
            LastUid = view.LastUid,
            Saved = view.Saved,
        };
        return [.. view.Messages.Where(message => program.Matches(message, context))];
    }
}
