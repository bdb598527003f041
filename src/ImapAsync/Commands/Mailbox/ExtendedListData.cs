using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The extended data of a LIST response.
/// <code>mbox-list-extended = "(" [mbox-list-extended-item *(SP mbox-list-extended-item)] ")"</code>
/// <code>mbox-list-extended-item = mbox-list-extended-item-tag SP tagged-ext-val</code>
/// </summary>
internal static class ExtendedListData
{
    /// <summary>Reads the list, if one stands next, into the mailbox.</summary>
    public static MailboxInfo Read(ref ImapTokenReader reader, MailboxInfo mailbox)
    {
        if (!reader.TryReadListStart())
            return mailbox;

        Dictionary<string, ImapValue>? others = null;
        while (!reader.TryReadListEnd())
        {
            ImapString tag = reader.ReadString();
            if (tag.Is("OLDNAME"u8))
                mailbox = mailbox with { OldName = ReadOldName(ref reader) };
            else if (tag.Is("CHILDINFO"u8))
                mailbox = mailbox with { ChildInfo = ReadChildInfo(ref reader) };
            else
                (others ??= new(StringComparer.OrdinalIgnoreCase))[tag.ToString()] = ImapValue.ReadCopy(ref reader);
        }

        return others is null ? mailbox : mailbox with { ExtendedData = others };
    }

    private static MailboxName ReadOldName(ref ImapTokenReader reader)
    {
        bool isList = reader.TryReadListStart();
        MailboxName name = reader.ReadMailbox();
        while (isList && !reader.TryReadListEnd())
            reader.SkipValue();
        return name;
    }

    private static List<string> ReadChildInfo(ref ImapTokenReader reader)
    {
        List<string> options = [];
        if (!reader.TryReadListStart())
            return reader.ReadText() is { } single ? [single] : options;
        while (!reader.TryReadListEnd())
            options.Add(reader.ReadString().ToString());
        return options;
    }
}
