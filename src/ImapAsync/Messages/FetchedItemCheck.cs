namespace ImapAsync;

/// <summary>Looks for unreadable items.</summary>
internal static class FetchedItemCheck
{
    public static IReadOnlyList<MalformedResponse> Malformed(FetchedMessage message)
    {
        List<MalformedResponse>? found = null;
        for (FetchedMessage? segment = message; segment is not null; segment = segment.Next)
        {
            IReadOnlyList<MalformedResponse> damage = segment.Extras?.Damage ?? [];
            if (damage.Count > 0)
                (found ??= []).AddRange(damage);
            FetchItemReader items = new(segment.Octets.Span);
            while (items.MoveNext())
            {
                if (Expected(items, segment.OwnUid) is { } expected && !IsTold(damage, items.Name))
                    (found ??= []).Add(ToMalformed(items, segment.Octets, expected));
            }

            if (segment.Extras?.Rest is { } rest)
                (found ??= []).Add(rest);
        }

        return found ?? (IReadOnlyList<MalformedResponse>)[];
    }

    private static bool IsTold(IReadOnlyList<MalformedResponse> damage, FetchItemName name)
    {
        foreach (MalformedResponse told in damage)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(name.Octets, told.Name))
                return true;
        }

        return false;
    }

    private static MalformedResponse ToMalformed(in FetchItemReader item, ReadOnlyMemory<byte> octets, string expected)
    {
        string name = WireText.Decode(item.Name.Octets);
        string reason =
            ProtocolErrors.Expected(expected, octets.Span[item.Start..item.End], item.ValueStart - item.Start).Message;
        return new MalformedResponse(name, octets[item.Start..item.End], reason);
    }

    // Returns what was expected; null if the item is readable.
    private static string? Expected(in FetchItemReader item, uint uid)
    {
        ResponseValue value = item.Value;
        if (!item.Name.IsName)
            return "the name of an item";
        if (item.IsCutOff)
            return "a value that is closed";
        return item.Kind switch
        {
            FetchItemKinds.Envelope => EnvelopeCheck.Expected(value.Octets),
            FetchItemKinds.Body or FetchItemKinds.BodyStructure => BodyStructureCheck.Expected(value.Octets),
            FetchItemKinds.Section or FetchItemKinds.BinarySize
                when item.Name.HasSection && !BodySectionParser.TryParse(item.Name.Section, out _) =>
                "a section such as 1.2.TEXT in the brackets",
            FetchItemKinds.Section => IsString(value) || value.IsMissing ? null : "a string",
            FetchItemKinds.BinarySize =>
                value.TryGetNumber(out _) && !value.IsBelowUnknown ? null : "a number of octets",
            FetchItemKinds.Preview => IsString(value) ? null : "a string",
            FetchItemKinds.SaveDate =>
                value.IsNil
                || (IsString(value) && ImapDate.TryParse(value.String.Bytes, out _, out bool isZoneKnown)
                    && isZoneKnown)
                    ? null
                    : "a date and time",
            FetchItemKinds.EmailId or FetchItemKinds.ThreadId => IsIdentifier(value) ? null : "an identifier",
            FetchItemKinds.Other => value.IsMissing ? "a value" : null,
            _ => ExpectedNow(item, uid),
        };
    }

    // These were read at once; their octets are kept if that failed.
    private static string? ExpectedNow(in FetchItemReader item, uint uid)
    {
        FetchFields fields = default;
        if (fields.TryTake(item.Kind, item.Value, FlagSetCache.OfThread))
        {
            return item.Kind == FetchItemKinds.Uid && uid != 0 && fields.Uid != uid
                ? "the UID that stands before"
                : null;
        }

        return item.Kind switch
        {
            FetchItemKinds.Uid => "a UID",
            FetchItemKinds.Flags => "a list of flags",
            FetchItemKinds.InternalDate => "a date and time",
            FetchItemKinds.ModSequence => "a mod-sequence",
            _ => "a number of octets",
        };
    }

    // An empty list means that there is none.
    private static bool IsIdentifier(ResponseValue value)
    {
        Damage damage = default;
        ListReader list = value.Elements;
        if (!value.IsList || list.MoveNext() || list.IsCutOff)
            ObjectIdToken.Read(value, ref damage);
        return !damage.IsAny;
    }

    private static bool IsString(ResponseValue value) => !value.IsMissing && !value.IsList;
}
