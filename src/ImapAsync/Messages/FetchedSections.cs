namespace ImapAsync;

/// <summary>Finds the sections of a message, both in its octets and among the streamed ones.</summary>
internal static class FetchedSections
{
    public static MessageBody? Find(FetchedMessage message, BodySection section, bool binary) =>
        TryFind(message, section, binary, out MessageBody? body) ? body : null;

    public static bool Has(FetchedMessage message, BodySection section, bool binary) =>
        TryFind(message, section, binary, out _);

    public static long? BinarySize(FetchedMessage message, BodySection section)
    {
        for (FetchedMessage? segment = message; segment is not null; segment = segment.Next)
        {
            FetchItemReader items = new(segment.Octets.Span);
            while (items.MoveNext())
            {
                if (items.Kind == FetchItemKinds.BinarySize && Names(items.Name, section))
                    return items.Value.Count;
            }
        }

        return null;
    }

    public static IReadOnlyList<MessageBody> All(FetchedMessage message)
    {
        List<MessageBody> found = [];
        for (FetchedMessage? segment = message; segment is not null; segment = segment.Next)
        {
            FetchItemReader items = new(segment.Octets.Span);
            while (items.MoveNext())
            {
                if (items.Kind == FetchItemKinds.Section
                    && BodySectionParser.TryParse(items.Name.Section, out BodySection? section)
                    && ToBody(section, items, segment.Octets) is { } body)
                {
                    found.Add(body);
                }
            }

            found.AddRange(segment.Extras?.Bodies ?? []);
        }

        return found;
    }

    /// <summary>The first header among the sections; the header of the whole message if that is in memory.</summary>
    public static MailHeaders? Headers(FetchedMessage message)
    {
        MailHeaders? ofWhole = null;
        foreach (MessageBody body in All(message))
        {
            if (body is not BufferedBody { Offset: null or 0 } buffered)
                continue;
            if (!StreamedLiteral.IsStreamable(body.Section))
                return MailHeaders.Parse(buffered.Octets);
            if (body.Section == BodySection.Full)
                ofWhole ??= MailHeaders.Parse(buffered.Octets);
        }

        return ofWhole;
    }

    // A section that the message does not have is NIL: found, but empty.
    private static bool TryFind(FetchedMessage message, BodySection section, bool binary, out MessageBody? body)
    {
        ArgumentNullException.ThrowIfNull(section);
        for (FetchedMessage? segment = message; segment is not null; segment = segment.Next)
        {
            foreach (MessageBody candidate in segment.Extras?.Bodies ?? [])
            {
                if (candidate.IsBinary == binary && candidate.Section == section)
                {
                    body = candidate;
                    return true;
                }
            }

            FetchItemReader items = new(segment.Octets.Span);
            while (items.MoveNext())
            {
                if (items.Kind != FetchItemKinds.Section || items.Name.IsBinary != binary
                    || !Names(items.Name, section))
                {
                    continue;
                }

                body = ToBody(section, items, segment.Octets);
                return true;
            }
        }

        body = null;
        return false;
    }

    /// <summary>Whether an item's name refers to the section.</summary>
    public static bool Names(in FetchItemName name, BodySection section) =>
        System.Text.Ascii.EqualsIgnoreCase(name.Section, section.ToString())
        || (BodySectionParser.TryParse(name.Section, out BodySection? parsed) && parsed == section);

    private static BufferedBody? ToBody(BodySection section, in FetchItemReader item, ReadOnlyMemory<byte> octets)
    {
        if (item.Value.String.IsNil)
            return null;
        ReadOnlyMemory<byte> value = octets[item.ValueStart..item.End];
        ReadOnlySpan<byte> content = item.Value.String.Bytes;
        // If nothing had to be unescaped, the content is a slice of the octets: no copy.
        ReadOnlyMemory<byte> owned = value.Span.Overlaps(content, out int start)
            ? value.Slice(start, content.Length)
            : content.ToArray();
        return new BufferedBody(section, item.Name.Origin, owned, item.Name.IsBinary);
    }
}
