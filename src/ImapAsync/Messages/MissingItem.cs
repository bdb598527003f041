namespace ImapAsync;

/// <summary>Says why an item of a message cannot be read.</summary>
internal static class MissingItem
{
    public static InvalidOperationException Exception(FetchedMessage message, FetchItem item)
    {
        if (IsNil(message, item))
            return new($"The server has no such text: it answered {item} with NIL.");
        if (WasAsked(message, item))
        {
            return new(
                $"The server left {item} out, though it was asked for. In a streamed FETCH it may yet come: behind a "
                + "body, or in a further response, which is then an item of its own.");
        }

        return new(
            $"The response has no {item}: ask for it with {nameof(FetchItem)}.{item.Property}. "
            + "In a streamed FETCH, what a server sends behind a body is there once the body was read.");
    }

    private static bool IsNil(FetchedMessage message, FetchItem item) =>
        item.Section is { } section && (message.Has(item) || FetchedSections.Has(message, section, binary: true));

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

    // Any header will do for a header.
    private static bool IsAlike(BodySection asked, BodySection? section) =>
        asked == section || (section == BodySection.Header && !StreamedLiteral.IsStreamable(asked));
}
