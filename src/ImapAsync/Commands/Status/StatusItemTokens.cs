using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>STATUS items as words, in the order of RFC 9051.</summary>
internal static class StatusItemTokens
{
    private static readonly (StatusItems Item, string Word)[] Words =
    [
        (StatusItems.Messages, "MESSAGES"),
        (StatusItems.Recent, "RECENT"),
        (StatusItems.UidNext, "UIDNEXT"),
        (StatusItems.UidValidity, "UIDVALIDITY"),
        (StatusItems.Unseen, "UNSEEN"),
        (StatusItems.Deleted, "DELETED"),
        (StatusItems.Size, "SIZE"),
        (StatusItems.HighestModSequence, "HIGHESTMODSEQ"),
        (StatusItems.MailboxId, "MAILBOXID"),
        (StatusItems.AppendLimit, "APPENDLIMIT"),
        (StatusItems.DeletedStorage, "DELETED-STORAGE"),
    ];

    public static void Write(CommandEncoder encoder, StatusItems items)
    {
        encoder.BeginList();
        foreach ((StatusItems item, string word) in Words)
        {
            if ((items & item) == item)
                encoder.Word(word);
        }

        encoder.EndList();
    }

    /// <summary>The items as shown in messages.</summary>
    public static string ToText(StatusItems items) =>
        string.Join(' ', Words.Where(word => (items & word.Item) == word.Item).Select(static word => word.Word));

    public static StatusItems Parse(ReadOnlySpan<byte> word)
    {
        foreach ((StatusItems item, string name) in Words)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(word, name))
                return item;
        }

        return StatusItems.None;
    }

    /// <exception cref="ArgumentException">There are none, or unknown ones.</exception>
    public static StatusItems Require(StatusItems items)
    {
        const StatusItems All = (StatusItems)((1 << 11) - 1);
        if (items == StatusItems.None || (items & ~All) != StatusItems.None)
        {
            throw new ArgumentException(
                "STATUS needs at least one item, such as StatusItems.Messages | StatusItems.Unseen.", nameof(items));
        }

        return items;
    }
}
