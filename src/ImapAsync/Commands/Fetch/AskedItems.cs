namespace ImapAsync;

/// <summary>Which of the items that a FETCH requests are in a response.</summary>
/// <param name="items">The requested items.</param>
/// <param name="byUid">
/// Whether messages are named by their UIDs, so that each answer must contain one, requested or not.
/// </param>
internal readonly struct AskedItems(FetchItems items, bool byUid)
{
    private readonly FetchItemKinds _kinds = Alike(byUid ? items.Kinds & ~FetchItemKinds.Uid : items.Kinds);

    public int Count => items.Count;

    /// <summary>
    /// Whether an answer can look like an update: only items that also arrive unsolicited were requested.
    /// </summary>
    public bool LooksLikeNews => (_kinds & ~FetchItemKinds.Unsolicited) == FetchItemKinds.None;

    /// <summary>Whether an item of these kinds was requested.</summary>
    public bool HasAsked(FetchItemKinds kinds) => (_kinds & Alike(kinds)) != FetchItemKinds.None;

    /// <summary>Whether everything in a response was requested; the UID is always allowed.</summary>
    public bool HasAll(in FetchResponse response)
    {
        if ((Alike(response.Kinds) & ~(_kinds | FetchItemKinds.Uid)) != FetchItemKinds.None)
            return false;
        FetchItemReader found = response.Items;
        while (found.MoveNext())
        {
            if ((found.Kind & FetchItemKinds.Named) != FetchItemKinds.None && !Has(new AnsweredItem(found.Name)))
                return false;
        }

        return true;
    }

    /// <summary>All of it, for the messages that lack something.</summary>
    public FetchItems All => byUid ? items.WithUid : items;

    /// <summary>
    /// Whether a response with these kinds of items has everything; also false if more than kinds must be compared.
    /// </summary>
    public bool AreAllIn(FetchItemKinds kinds) =>
        items.Twins == FetchItemKinds.None && (_kinds & ~Alike(kinds)) == FetchItemKinds.None;

    /// <summary>Whether an item is of a kind.</summary>
    public bool IsOfKind(int index, FetchItemKinds kinds) => (items[index].Kind & kinds) != FetchItemKinds.None;

    /// <summary>Whether sections were requested that are neither in the response nor arrived before.</summary>
    public bool HasSectionsBesides(ReadOnlySpan<bool> there, ReadOnlySpan<bool> had)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].Kind == FetchItemKinds.Section && !there[i] && !had[i])
                return true;
        }

        return false;
    }

    /// <summary>Whether the body was requested.</summary>
    public bool Names(in StreamedLiteral body) => Has(new AnsweredItem(body));

    /// <summary>Marks the items in a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="there">One element for each item.</param>
    /// <param name="had">What the message has received before.</param>
    /// <param name="byName">
    /// Whether an item with a different name than requested counts as something else, although it is of the same kind.
    /// </param>
    public void Mark(in FetchResponse response, Span<bool> there, ReadOnlySpan<bool> had, bool byName)
    {
        FetchItemKinds named = byName ? FetchItemKinds.Named : items.Twins;
        FetchItemKinds kinds = Alike(response.Kinds) & ~named;
        for (int i = 0; i < items.Count; i++)
            there[i] |= IsOfKind(i, kinds) || (byUid && items[i].Kind == FetchItemKinds.Uid);

        if ((response.Kinds & named) == FetchItemKinds.None)
            return;
        FetchItemReader found = response.Items;
        while (found.MoveNext())
        {
            if ((found.Kind & named) != FetchItemKinds.None)
                Mark(new AnsweredItem(found.Name), there, had, byName);
        }
    }

    /// <summary>Marks the section whose octets will be streamed.</summary>
    public void Mark(in StreamedLiteral body, Span<bool> there, ReadOnlySpan<bool> had, bool byName) =>
        Mark(new AnsweredItem(body), there, had, byName);

    // Servers use different names for some items: one whose name matches nothing else is the first that is still
    // outstanding.
    private void Mark(in AnsweredItem found, Span<bool> there, ReadOnlySpan<bool> had, bool byName)
    {
        int named = -1;
        for (int i = 0; i < items.Count; i++)
        {
            if (found.Is(items[i]) && IsBetter(i, ref named, there, had))
                break;
        }

        for (int i = 0; i < items.Count && named < 0 && !byName; i++)
        {
            if (!there[i] && !had[i] && items[i].Kind == found.Kind)
                named = i;
        }

        if (named >= 0)
            there[named] = true;
    }

    // Two parts of one section have the same name: the outstanding one is meant. Returns whether this is one.
    private static bool IsBetter(int index, ref int named, ReadOnlySpan<bool> there, ReadOnlySpan<bool> had)
    {
        bool isOpen = !there[index] && !had[index];
        named = isOpen || named < 0 ? index : named;
        return isOpen;
    }

    private bool Has(in AnsweredItem found)
    {
        foreach (FetchItem item in items)
        {
            if (found.Is(item))
                return true;
        }

        return false;
    }

    // BODY answers BODYSTRUCTURE, and vice versa.
    private static FetchItemKinds Alike(FetchItemKinds kinds) =>
        (kinds & FetchItemKinds.Structure) != FetchItemKinds.None ? kinds | FetchItemKinds.Structure : kinds;
}
