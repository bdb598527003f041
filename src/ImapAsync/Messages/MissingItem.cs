namespace ImapAsync;

/// <summary>Explains why an item of a message is missing.</summary>
internal static class MissingItem
{
    public static InvalidOperationException Exception(FetchedMessage message, FetchItem item)
    {
        if (IsNil(message, item))
            return new($"The server has no such text: it answered {item} with NIL.");
        if (WasAsked(message, item))
        {
            return new(
                $"The server omitted {item} although it was requested. In a streamed FETCH it may still arrive: after "
                + "a body, or in another response, which is then a separate item.");
        }

        return new(
            $"The response has no {item}: ask for it with {nameof(FetchItem)}.{item.Property}. In a streamed FETCH, "
            + "items that a server sends after a body are available once the body was read.");
    }

    private static bool IsNil(FetchedMessage message, FetchItem item) =>
        item.Section is { } section && (message.Contains(item) || FetchedSections.Has(message, section, binary: true));

    private static bool WasAsked(FetchedMessage message, FetchItem item)
    {
        foreach (FetchItem asked in message.Extras?.Asked ?? [])
        {
            if (asked.Section is null ? IsAlike(asked, item) : IsAlike(asked.Section, item.Section))
                return true;
        }

        return false;
    }

    private static bool IsAlike(FetchItem asked, FetchItem item) =>
        asked.Kind == item.Kind
        || ((asked.Kind & FetchItemKinds.Structure) != FetchItemKinds.None
            && (item.Kind & FetchItemKinds.Structure) != FetchItemKinds.None);

    // Any header satisfies a request for a header.
    private static bool IsAlike(BodySection asked, BodySection? section) =>
        asked == section || (section == BodySection.Header && !StreamedLiteral.IsStreamable(asked));
}
