namespace ImapAsync.Testing;

/// <summary>The parameters of a SELECT (RFC 7162 §3.1.8, §3.2.5).</summary>
/// <param name="CondStore">Whether CONDSTORE was given.</param>
/// <param name="QResync">What the client remembers.</param>
internal sealed record SelectParameters(bool CondStore, KnownMailbox? QResync)
{
    public static SelectParameters Read(ClientSession session, ref ArgumentReader arguments)
    {
        SelectParameters parameters = new(CondStore: false, QResync: null);
        if (!arguments.TrySpace())
            return parameters;
        arguments.ListStart();
        do
        {
            if (session.Server.Has("CONDSTORE") && arguments.TryWord("CONDSTORE"u8))
                parameters = parameters with { CondStore = true };
            else if (session.Server.Has("QRESYNC") && arguments.TryWord("QRESYNC"u8))
                parameters = parameters with { QResync = ReadKnown(session, ref arguments) };
            else
                throw arguments.Wrong("CONDSTORE or QRESYNC");
        }
        while (arguments.TrySpace());
        arguments.ListEnd();
        return parameters;
    }

    private static KnownMailbox ReadKnown(ClientSession session, ref ArgumentReader arguments)
    {
        if (!session.HasQResync)
            throw CommandRefusedException.Bad("QRESYNC must be enabled first (RFC 7162 §3.2.5)");
        arguments.Space();
        arguments.ListStart();
        uint uidValidity = arguments.Number32();
        arguments.Space();
        ulong modSequence = (ulong)arguments.Number();
        UidSet? uids = null;
        if (arguments.TrySpace())
        {
            if (arguments.Next != '(')
                uids = arguments.KnownUids();
            if (arguments.Next == '(' || arguments.TrySpace())
                SkipSequenceMatch(ref arguments);
        }

        arguments.ListEnd();
        return new KnownMailbox(uidValidity, modSequence, uids);
    }

    // It would only save the client from receiving UIDs that it knows to be gone: sending them is harmless.
    private static void SkipSequenceMatch(ref ArgumentReader arguments)
    {
        arguments.ListStart();
        _ = arguments.SequenceSet();
        arguments.Space();
        _ = arguments.SequenceSet();
        arguments.ListEnd();
    }
}
