namespace ImapAsync;

/// <summary>Finds and decodes the items that a message keeps as octets.</summary>
internal static class FetchedItems
{
    public static string? Preview(FetchedMessage message) =>
        message.Extras?.Preview ?? Find(message, FetchItemKinds.Preview).Text;

    public static string? EmailId(FetchedMessage message) =>
        message.Extras?.EmailId ?? ObjectIdToken.Read(Find(message, FetchItemKinds.EmailId));

    public static string? ThreadId(FetchedMessage message) =>
        message.Extras?.ThreadId ?? ObjectIdToken.Read(Find(message, FetchItemKinds.ThreadId));

    public static DateTimeOffset? SaveDate(FetchedMessage message)
    {
        if (message.Extras?.SaveDate is { } made)
            return made;
        return ImapDate.TryParse(Find(message, FetchItemKinds.SaveDate).String.Bytes, out DateTimeOffset? date)
            ? date
            : null;
    }

    public static Envelope ReadEnvelope(byte[]? octets) =>
        octets is not null && TryFind(octets, FetchItemKinds.Envelope, out int start)
            ? new Envelope(octets, start)
            : Envelope.Empty;

    public static BodyPart ReadStructure(byte[]? octets) =>
        octets is not null
        && (TryFind(octets, FetchItemKinds.BodyStructure, out int start)
            || TryFind(octets, FetchItemKinds.Body, out start))
            ? BodyPart.Read(octets, start)
            : BodyPart.Empty;

    public static bool Has(FetchedMessage message, FetchItem item)
    {
        if (item.Section is not null && item.Kind == FetchItemKinds.BinarySize)
            return message.BinarySize(item.Section) is not null;
        if (item.Section is not null)
            return FetchedSections.Has(message, item.Section, item.IsBinary);
        return item.Kind == FetchItemKinds.Other
            ? message.TryGetRaw(item.Name, out _)
            : message.Last(item.Kind) is not null;
    }

    public static bool TryGetRaw(FetchedMessage message, string name, out ReadOnlyMemory<byte> raw)
    {
        raw = default;
        for (FetchedMessage? segment = message; segment is not null; segment = segment.Next)
        {
            foreach (RawFetchItem item in segment.Extras?.Extensions ?? [])
            {
                if (item.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    raw = item.Raw;
                    return true;
                }
            }

            FetchItemReader items = new(segment.Octets.Span);
            while (items.MoveNext())
            {
                if (!IsNamed(items.Name.Octets, name))
                    continue;
                raw = segment.Octets[items.ValueStart..items.End];
                return true;
            }
        }

        return false;
    }

    // A name is ASCII; one that is not is found in the form that Extensions shows.
    private static bool IsNamed(ReadOnlySpan<byte> octets, string name) =>
        System.Text.Ascii.EqualsIgnoreCase(octets, name)
        || (!System.Text.Ascii.IsValid(octets)
            && WireText.Decode(octets).Equals(name, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<RawFetchItem> Extensions(FetchedMessage message)
    {
        List<RawFetchItem> found = [];
        for (FetchedMessage? segment = message; segment is not null; segment = segment.Next)
        {
            found.AddRange(segment.Extras?.Extensions ?? []);
            FetchItemReader items = new(segment.Octets.Span);
            while (items.MoveNext())
            {
                if (items.Kind == FetchItemKinds.Other && items.Name.IsName)
                {
                    found.Add(new RawFetchItem(
                        WireText.Decode(items.Name.Octets), segment.Octets[items.ValueStart..items.End]));
                }
            }
        }

        return found;
    }

    private static ResponseValue Find(FetchedMessage message, FetchItemKinds kind)
    {
        FetchItemReader items = new(message.Octets.Span);
        while (items.MoveNext())
        {
            if (items.Kind == kind)
                return items.Value;
        }

        return default;
    }

    private static bool TryFind(ReadOnlySpan<byte> octets, FetchItemKinds kind, out int start)
    {
        FetchItemReader items = new(octets);
        bool found = items.MoveToValue(kind);
        start = items.ValueStart;
        return found;
    }
}
