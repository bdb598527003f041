using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Writes the items and modifiers of FETCH and UID FETCH (RFC 9051 §6.4.5, RFC 4466 §2.4).
/// <code>
/// fetch = "FETCH" SP sequence-set SP "(" fetch-att *(SP fetch-att) ")"
///         [SP "(" fetch-modifier *(SP fetch-modifier) ")"]
/// </code>
/// </summary>
internal static class FetchArguments
{
    public static void Write(
        CommandEncoder encoder, FetchItems items, ModSequence? changedSince, bool vanished = false,
        PartialRange? partial = null)
    {
        if (vanished && changedSince is not { Value: > 0 })
        {
            throw new InvalidOperationException(
                $"{nameof(UidFetchCommand.Vanished)} requires {nameof(UidFetchCommand.ChangedSince)} above 0: set it "
                + "to the last known mod-sequence (RFC 7162 §3.2.6).");
        }

        RequireItems(items);
        // The grammar does not allow 0 there: every message is requested, with the mod-sequence that CHANGEDSINCE would
        // add.
        if (changedSince is { Value: 0 })
            (items, changedSince) = (items | FetchItem.ModSequence, null);
        // A streamed body must not precede the UID that identifies its message.
        WriteItems(encoder, items.HasBodies ? items.WithUid : items);
        if (changedSince is null && partial is null)
            return;

        encoder.BeginList();
        if (partial is { } range)
            encoder.Word("PARTIAL"u8).Word(range.ToString());
        if (changedSince is { } modSequence)
            encoder.Word("CHANGEDSINCE"u8).Number(modSequence.Value);
        if (vanished)
            encoder.Word("VANISHED"u8);
        encoder.EndList();
    }

    /// <summary>
    /// What each answer must contain: CHANGEDSINCE requests the mod-sequence too (RFC 7162 §3.1.4.1).
    /// </summary>
    public static FetchItems Expected(FetchItems items, ModSequence? changedSince) =>
        changedSince is null ? items : items | FetchItem.ModSequence;

    private static void RequireItems(FetchItems items)
    {
        if (items.Count == 0)
        {
            throw new InvalidOperationException(
                "A FETCH must request something: name at least one item, such as "
                + $"{nameof(FetchItems)}.{nameof(FetchItems.Flags)}.");
        }
    }

    private static void WriteItems(CommandEncoder encoder, FetchItems items)
    {
        encoder.BeginList();
        foreach (FetchItem item in items)
            encoder.Word(item.ToString());
        encoder.EndList();
    }
}
