using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The options of LIST-EXTENDED (RFC 9051 §9: list-select-opts, list-return-opts).</summary>
internal static class ListOptionTokens
{
    public static void WriteSelection(CommandEncoder encoder, ListSelection selection)
    {
        const ListSelection NeedsOther = ListSelection.RecursiveMatch;
        if ((selection & ~(NeedsOther | ListSelection.Remote)) == ListSelection.None && selection.HasFlag(NeedsOther))
            throw new ArgumentException("ListSelection.RecursiveMatch selects nothing by itself: add ListSelection.Subscribed or SpecialUse.", nameof(selection));

        encoder.BeginList();
        WriteIf(encoder, selection.HasFlag(ListSelection.Subscribed), "SUBSCRIBED"u8);
        WriteIf(encoder, selection.HasFlag(ListSelection.Remote), "REMOTE"u8);
        WriteIf(encoder, selection.HasFlag(ListSelection.RecursiveMatch), "RECURSIVEMATCH"u8);
        WriteIf(encoder, selection.HasFlag(ListSelection.SpecialUse), "SPECIAL-USE"u8);
        encoder.EndList();
    }

    public static void WriteReturn(CommandEncoder encoder, ListCommand command)
    {
        encoder.Word("RETURN"u8).BeginList();
        WriteIf(encoder, command.Return.HasFlag(ListReturn.Subscribed), "SUBSCRIBED"u8);
        WriteIf(encoder, command.Return.HasFlag(ListReturn.Children), "CHILDREN"u8);
        WriteIf(encoder, command.Return.HasFlag(ListReturn.SpecialUse), "SPECIAL-USE"u8);
        WriteIf(encoder, command.Return.HasFlag(ListReturn.MyRights), "MYRIGHTS"u8);
        if (command.Status != StatusItems.None)
            StatusItemTokens.Write(encoder.Word("STATUS"u8), StatusItemTokens.Require(command.Status));
        if (command.Metadata.Count > 0)
            MetadataTokens.WriteEntryList(encoder.Word("METADATA"u8), command.Metadata);
        encoder.EndList();
    }

    private static void WriteIf(CommandEncoder encoder, bool isAsked, ReadOnlySpan<byte> word)
    {
        if (isAsked)
            encoder.Word(word);
    }
}
