namespace ImapAsync.Testing;

/// <summary>The operation of a STORE.</summary>
/// <param name="Operation">Whether the flags are added, removed, or replace the existing ones.</param>
/// <param name="Flags">The flags.</param>
/// <param name="IsSilent">Whether the client wants no response with the flags.</param>
/// <param name="UnchangedSince">The mod-sequence above which a message is left unchanged.</param>
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
                "Only FLAGS, +FLAGS and -FLAGS can be stored, also with .SILENT"),
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
