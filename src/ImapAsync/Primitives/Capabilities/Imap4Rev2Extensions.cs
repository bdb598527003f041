using System.Collections.Frozen;

namespace ImapAsync;

/// <summary>
/// The extensions that are part of IMAP4rev2, whether or not a server announces them as well (RFC 9051 appendix E).
/// </summary>
internal static class Imap4Rev2Extensions
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "NAMESPACE", "UNSELECT", "UIDPLUS", "ESEARCH", "SEARCHRES", "ENABLE", "IDLE", "SASL-IR", "LIST-EXTENDED",
            "LIST-STATUS", "MOVE", "LITERAL-", "STATUS=SIZE",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => Names.Contains(name);
}
