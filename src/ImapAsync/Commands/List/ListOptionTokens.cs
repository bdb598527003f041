using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The options of LIST-EXTENDED (RFC 9051 §9: list-select-opts, list-return-opts).</summary>
internal static class ListOptionTokens
{
    public static void WriteSelection(CommandEncoder encoder, ListSelectionOptions selection)
    {
        const ListSelectionOptions NeedsOther = ListSelectionOptions.RecursiveMatch;
        if ((selection & ~(NeedsOther | ListSelectionOptions.Remote)) == ListSelectionOptions.None
            && selection.HasFlag(NeedsOther))
        {
            throw new ArgumentException(
                "ListSelectionOptions.RecursiveMatch selects nothing by itself: add "
                + "ListSelectionOptions.Subscribed or SpecialUse.",
                nameof(selection));
        }

        encoder.Needs(Capability.ListExtended).BeginList();
        foreach (string word in WordsOf(selection))
            encoder.Word(word);
        encoder.EndList();
    }

    public static void WriteReturn(CommandEncoder encoder, ListCommand command)
    {
        encoder.Needs(Capability.ListExtended).Word("RETURN"u8).BeginList();
        foreach (string word in WordsOf(command.Return))
            encoder.Word(word);
        if (command.Status != StatusItems.None)
            StatusItemTokens.Write(encoder.Word("STATUS"u8), StatusItemTokens.Require(command.Status));
        if (command.Metadata.Count > 0)
            MetadataTokens.WriteEntryList(encoder.Needs(Capability.ListMetadata).Word("METADATA"u8), command.Metadata);
        encoder.EndList();
    }

    /// <summary>The selection options as shown in messages: <c>(SUBSCRIBED) </c>, or nothing.</summary>
    public static string SelectionText(ListSelectionOptions selection) =>
        selection == ListSelectionOptions.None ? "" : $"({string.Join(' ', WordsOf(selection))}) ";

    /// <summary>The return options as shown in messages: <c> RETURN (STATUS (MESSAGES))</c>, or nothing.</summary>
    public static string ReturnText(ListCommand command)
    {
        List<string> words = [.. WordsOf(command.Return)];
        if (command.Status != StatusItems.None)
            words.Add($"STATUS ({StatusItemTokens.ToText(command.Status)})");
        if (command.Metadata.Count > 0)
            words.Add($"METADATA ({string.Join(' ', command.Metadata)})");
        return words.Count == 0 ? "" : $" RETURN ({string.Join(' ', words)})";
    }

    private static IEnumerable<string> WordsOf(ListSelectionOptions selection) =>
        Words(
            ("SUBSCRIBED", selection.HasFlag(ListSelectionOptions.Subscribed)),
            ("REMOTE", selection.HasFlag(ListSelectionOptions.Remote)),
            ("RECURSIVEMATCH", selection.HasFlag(ListSelectionOptions.RecursiveMatch)),
            ("SPECIAL-USE", selection.HasFlag(ListSelectionOptions.SpecialUse)));

    private static IEnumerable<string> WordsOf(ListReturnOptions returns) =>
        Words(
            ("SUBSCRIBED", returns.HasFlag(ListReturnOptions.Subscribed)),
            ("CHILDREN", returns.HasFlag(ListReturnOptions.Children)),
            ("SPECIAL-USE", returns.HasFlag(ListReturnOptions.SpecialUse)),
            ("MYRIGHTS", returns.HasFlag(ListReturnOptions.MyRights)));

    private static IEnumerable<string> Words(params (string Word, bool IsAsked)[] options) =>
        options.Where(static option => option.IsAsked).Select(static option => option.Word);
}
