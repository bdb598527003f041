using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The parameters of SELECT and EXAMINE (RFC 7162 §7: select-param).</summary>
internal static class SelectParameterTokens
{
    public static void Write(CommandEncoder encoder, bool condStore, QResyncParameters? qresync)
    {
        if (qresync is null && !condStore)
            return;

        encoder.BeginList();
        // QRESYNC includes CONDSTORE.
        if (qresync is null)
            encoder.Word("CONDSTORE"u8);
        else
            Write(encoder.Word("QRESYNC"u8), qresync);
        encoder.EndList();
    }

    private static void Write(CommandEncoder encoder, QResyncParameters qresync)
    {
        Require(qresync);
        encoder.BeginList().Number(qresync.UidValidity.Value).Number(qresync.ModSequence.Value);
        if (qresync.KnownUids is { } known)
            encoder.Set(known.CloseEnd());
        if (qresync.Positions is { } positions)
            encoder.BeginList().Set(positions.Numbers).Set(positions.Uids).EndList();
        encoder.EndList();
    }

    private static void Require(QResyncParameters qresync)
    {
        if (qresync.UidValidity.Value == 0 || qresync.ModSequence.Value == 0)
        {
            throw new ArgumentException(
                "QRESYNC needs a UIDVALIDITY and a mod-sequence above 0: select without it if nothing is known.",
                nameof(qresync));
        }

        if (qresync.KnownUids is { IsExplicit: false, OpenFrom: null }
            || qresync.Positions is { Numbers.IsExplicit: false } or { Uids.IsExplicit: false })
        {
            throw new ArgumentException(
                "QRESYNC accepts neither * alone nor $ among the known messages: name their numbers.",
                nameof(qresync));
        }

        if (qresync.Positions is { } positions && positions.Numbers.Count != positions.Uids.Count)
        {
            throw new ArgumentException(
                $"There are {positions.Numbers.Count} sequence numbers and {positions.Uids.Count} UIDs: "
                + "each number needs its UID.",
                nameof(qresync));
        }
    }
}
