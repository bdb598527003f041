using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads a FETCH response that tells of flags: an answer to STORE, or news. With items of a message in it, it is the
/// answer to a FETCH.
/// </summary>
internal static class FlagUpdateParser
{
    /// <summary>Reads the update; false when the response is no such.</summary>
    /// <param name="response">The response.</param>
    /// <param name="update">What can be read of it.</param>
    /// <param name="isDamaged">Whether there is more that cannot.</param>
    public static bool TryParse(in UntaggedResponse response, out FlagUpdate update, out bool isDamaged)
    {
        update = default;
        isDamaged = false;
        if (!response.Is("FETCH"u8))
            return false;

        FetchResponse fetch = FetchResponseParser.Read(response);
        isDamaged = fetch.IsDamaged;
        // Nobody else has wanted it.
        bool isForStore = response.IsHeldBack && (fetch.Kinds & FetchItemKinds.Changeable) != FetchItemKinds.None;
        // Items that nobody knows may be what a FETCH in progress asks for: it is offered to that one first.
        if (!isForStore && ((fetch.Kinds & ~FetchItemKinds.Unsolicited) != FetchItemKinds.None))
            return false;
        if ((fetch.Kinds & FetchItemKinds.Changeable) == FetchItemKinds.None && fetch.HasKept)
            return false;
        update = new FlagUpdate(
            SequenceNumber.FromServer(fetch.Number) ?? default,
            Uid.FromServer(fetch.Uid),
            fetch.Flags,
            ModSequence.FromServer(fetch.ModSeq));
        return true;
    }

    /// <summary>To be called once the update was kept.</summary>
    /// <exception cref="ImapProtocolException">Something in the response could not be read.</exception>
    public static void ThrowIf(bool isDamaged, in UntaggedResponse response)
    {
        if (isDamaged)
            throw ProtocolErrors.Unreadable("flags, a UID and a mod-sequence", response.Arguments.Remaining);
    }
}
