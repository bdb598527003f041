namespace ImapAsync.Tests;

/// <summary>Which commands a response concerns: the protocol's rules on whose answer a FETCH response is, and where they are silent.</summary>
internal static class Audience
{
    public static void Decide(Said said, IReadOnlyList<Asked> open, List<Said> before)
    {
        if (said.Kind != SaidKind.Fetch)
        {
            said.ListenerMust = said.ListenerMay = true;
            return;
        }

        bool isUnclear = false;
        said.HasRivals = open.Count > 1;
        foreach (Asked asked in open)
            Decide(said, asked, before, ref isUnclear);
        bool isNews = (said.Items & ~(Items.News | Items.GmailId)) == Items.None;
        said.ListenerMay = said.Must == 0 || isNews || !said.ShowsUid || IsRepeated(said, before);
        said.ListenerMust = said.Must == 0 && !said.IsForLibrary && (said.May == 0 || (isNews && (said.Items & Items.GmailId) == Items.None && !isUnclear));
    }

    // A repetition may be either.
    private static bool IsRepeated(Said said, List<Said> before)
    {
        Items there = Items.None;
        Items wanted = said.Wanted[0] | said.Wanted[1] | said.Wanted[2];
        foreach (Said one in before)
        {
            if (one.Kind == SaidKind.Fetch && one.Uid == said.Uid && ((one.Must | one.May) & said.Must) != 0)
                there |= one.Version == said.Version ? one.Items : one.Items & ~Items.Changeable;
        }

        return (wanted & ~there) == Items.None;
    }

    // What was already reported about a message and has changed since is an update as well. If * is named, it may have been reported.
    private static Items Had(Said said, Asked asked, List<Said> before)
    {
        int mask = asked.Question.Mask;
        Items had = Items.None;
        foreach (Said one in before)
        {
            if (one.Kind == SaidKind.Fetch && one.Uid == said.Uid && one.Version != said.Version && ((asked.Set.HasLast ? one.May : one.Must) & mask) != 0)
                had |= one.Items & Items.Changeable;
        }

        return had;
    }

    private static void Decide(Said said, Asked asked, List<Said> before, ref bool isUnclear)
    {
        Question question = asked.Question;
        bool isStore = question.Verb == Verb.Store;
        if (question.Verb is Verb.Search or Verb.Sort)
            return;

        bool covers = asked.Set.Contains(question.ByUid ? said.Uid : said.Number);
        Items wanted = said.Facts & asked.Items & ~Had(said, asked, before);
        if (wanted == Items.None && (said.Facts & asked.Items) != Items.None)
            isUnclear = true;
        // Without a UID only the server knows whose it is; and only the server knows what * is.
        bool may = covers || asked.Set.IsOpen || (question.ByUid && !said.ShowsUid);
        bool must = covers && (!asked.Set.HasLast || (said.Items & ~Items.News) != Items.None) && (!isStore || ((said.Items & ~Items.News) == Items.None && (said.ShowsUid || !question.ByUid)));
        if (asked.IsForSizes)
        {
            said.IsForLibrary |= covers && said.Facts == Items.Size;
        }
        else if (must && (wanted != Items.None || (said.ShowsUid && (asked.Items & ~Items.ModSequence) == Items.Uid)))
        {
            said.Must |= question.Mask;
            said.Wanted[question.Bit] |= wanted;
            said.IsStreamed |= question.Form != Form.Gathered && (wanted & Items.Bodies) != Items.None;
        }

        if (!may)
            return;
        said.May |= question.Mask;
        isUnclear |= asked.Set.IsOpen || isStore;
    }
}
