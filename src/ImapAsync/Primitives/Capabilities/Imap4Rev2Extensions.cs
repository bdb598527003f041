using System.Collections.Frozen;

namespace ImapAsync;

/// <summary>
/// The extensions that are part of IMAP4rev2, whether or not a server announces them as well (RFC 9051 appendix E).
/// </summary>
internal static class Imap4Rev2Extensions
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            Capability.Namespace, Capability.Unselect, Capability.UidPlus, Capability.ESearch, Capability.SearchRes,
            Capability.Enable, Capability.Idle, Capability.SaslIr, Capability.ListExtended, Capability.ListStatus,
            Capability.Move, Capability.LiteralMinus, Capability.StatusSize,
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => Names.Contains(name);
}
