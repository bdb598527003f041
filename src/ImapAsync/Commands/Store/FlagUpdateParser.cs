using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Reads the FETCH responses that STORE brings about: of nothing but UID, FLAGS and MODSEQ (RFC 9051 §6.4.6, RFC 7162 §3.1.3).</summary>
internal static class FlagUpdateParser
{
    /// <summary>Reads the response; false when it is another one, or tells something else too, or cannot be read: then it answers a FETCH.</summary>
    public static bool TryParse(in UntaggedResponse response, out FlagUpdate update)
    {
        update = default;
        if (!response.Is("FETCH"u8) || response.Number is not (> 0 and uint number))
            return false;

        FetchResponse fetch = FetchResponseParser.Read(response);
        if (fetch.HasKept || (fetch.Kinds & ~FetchItemKinds.Unsolicited) != FetchItemKinds.None)
            return false;
        update = new FlagUpdate(new SequenceNumber(number), Uid.FromServer(fetch.Uid), fetch.Flags, ModSequence.FromServer(fetch.ModSeq));
        return true;
    }
}
