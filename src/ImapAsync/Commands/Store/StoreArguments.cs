using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Writes the arguments of STORE and UID STORE after the messages.</summary>
internal static class StoreArguments
{
    public static void Write(
        CommandEncoder encoder, FlagOperation operation, FlagSet flags, bool silent, ModSequence? unchangedSince)
    {
        if (operation != FlagOperation.Set && flags.Count == 0)
        {
            throw new ArgumentException(
                "There is no flag to add or remove: pass at least one. Only FlagOperation.Set accepts an empty set, "
                + "and removes all flags.",
                nameof(flags));
        }

        if (unchangedSince is { } since)
            encoder.BeginList().Word("UNCHANGEDSINCE"u8).Number(since.Value).EndList();
        encoder.Word(operation switch
        {
            FlagOperation.Add => silent ? "+FLAGS.SILENT"u8 : "+FLAGS"u8,
            FlagOperation.Remove => silent ? "-FLAGS.SILENT"u8 : "-FLAGS"u8,
            _ => silent ? "FLAGS.SILENT"u8 : "FLAGS"u8,
        });
        encoder.Flags(flags);
    }
}
