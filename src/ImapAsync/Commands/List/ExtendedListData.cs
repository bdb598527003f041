using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The extended data of a LIST response.
/// <code>mbox-list-extended = "(" [mbox-list-extended-item *(SP mbox-list-extended-item)] ")"</code>
/// <code>mbox-list-extended-item = mbox-list-extended-item-tag SP tagged-ext-val</code>
/// </summary>
internal static class ExtendedListData
{
    /// <summary>Reads the list into the mailbox, if one comes next.</summary>
    public static MailboxInfo Read(ref ImapTokenReader reader, MailboxInfo mailbox, out Damage damage)
    {
        damage = default;
        Dictionary<string, ImapValue>? others = null;
        PairReader items = new(reader.ListOctets);
        while (items.MoveNext(ref damage))
        {
            ImapString tag = items.Name.String;
            if (tag.Is("OLDNAME"u8))
                mailbox = mailbox with { OldName = ReadOldName(items.Value, reader.Utf8) };
            else if (tag.Is("CHILDINFO"u8))
                mailbox = mailbox with { ChildInfo = ReadChildInfo(items.Value) };
            else if (ImapValue.TryReadCopy(items.Value, ref damage) is { } value)
                (others ??= new(StringComparer.OrdinalIgnoreCase))[tag.ToString()] = value;
        }

        return others is null ? mailbox : mailbox with { ExtendedData = others };
    }

    private static MailboxName? ReadOldName(ResponseValue value, bool utf8)
    {
        ListReader names = value.Elements;
        ResponseValue name = value.IsList ? names.Next() : value;
        return name.IsNilOrMissing || name.IsList
            ? (MailboxName?)null
            : MailboxName.FromServer(name.String.Bytes, utf8);
    }

    private static List<string> ReadChildInfo(ResponseValue value)
    {
        if (!value.IsList)
            return value.Text is { } single ? [single] : [];
        List<string> options = [];
        ListReader elements = value.Elements;
        while (elements.MoveNext())
        {
            if (elements.Current.Text is { } option)
                options.Add(option);
        }

        return options;
    }
}
