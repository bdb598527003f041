namespace ImapAsync.Testing;

/// <summary>What STORE is to do with the flags.</summary>
/// <param name="Operation">Whether they are added, taken away, or replace those that there are.</param>
/// <param name="Flags">The flags.</param>
/// <param name="IsSilent">Whether the client wants no answer with the flags.</param>
/// <param name="UnchangedSince">The mod-sequence above which a message is left alone.</param>
internal sealed record StoreRequest(FlagOperation Operation, FlagSet Flags, bool IsSilent, ulong? UnchangedSince)
{
    public static StoreRequest Read(ClientSession session, ref ArgumentReader arguments)
    {
        ulong? unchangedSince = null;
        if (session.Server.Has("CONDSTORE") && arguments.TryListStart())
        {
            if (!arguments.TryWord("UNCHANGEDSINCE"u8))
                throw arguments.Wrong("UNCHANGEDSINCE");
            arguments.Space();
            unchangedSince = (ulong)arguments.Number();
            arguments.ListEnd();
            arguments.Space();
        }

        FlagOperation operation = arguments.TryTake((byte)'+')
            ? FlagOperation.Add
            : arguments.TryTake((byte)'-') ? FlagOperation.Remove : FlagOperation.Set;
        bool isSilent = arguments.Keyword() switch
        {
            "FLAGS" => false,
            "FLAGS.SILENT" => true,
            _ => throw CommandRefusedException.Bad(
                "Only FLAGS can be stored, +FLAGS, -FLAGS and the same with .SILENT"),
        };
        arguments.Space();
        FlagSet flags = arguments.Next == '(' ? arguments.FlagList() : arguments.Flags();
        return new StoreRequest(operation, flags, isSilent, unchangedSince);
    }

    public FlagSet Apply(FlagSet flags) => Operation switch
    {
        FlagOperation.Add => flags | Flags,
        FlagOperation.Remove => flags - Flags,
        _ => Flags,
    };
}
