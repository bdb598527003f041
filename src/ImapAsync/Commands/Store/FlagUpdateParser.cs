using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads a FETCH response that reports flags: an answer to STORE, or an update. If it contains items of a message, it
/// is the answer to a FETCH.
/// </summary>
internal static class FlagUpdateParser
{
    /// <summary>Reads the update; false if the response is not one.</summary>
    /// <param name="response">The response.</param>
    /// <param name="update">The readable part.</param>
    /// <param name="isDamaged">Whether there are unreadable parts.</param>
    public static bool TryParse(in UntaggedResponse response, out FlagUpdate update, out bool isDamaged)
    {
        update = default;
        isDamaged = false;
        if (response.Kind != ResponseKind.Fetch)
            return false;

        FetchResponse fetch = FetchResponseParser.Read(response);
        isDamaged = fetch.IsDamaged;
        // No other command wanted it.
        bool isForStore = response.IsHeldBack && (fetch.Kinds & FetchItemKinds.Changeable) != FetchItemKinds.None;
        // Unknown items may be what a FETCH in progress requests: it is offered to that one first.
        if (!isForStore && ((fetch.Kinds & ~FetchItemKinds.Unsolicited) != FetchItemKinds.None))
            return false;
        if ((fetch.Kinds & FetchItemKinds.Changeable) == FetchItemKinds.None && fetch.HasKept)
            return false;
        update = new FlagUpdate(
            SequenceNumber.FromServer(fetch.Number) ?? default,
            Uid.FromServer(fetch.Uid),
            fetch.Flags,
            ModSequence.FromServer(fetch.ModSequence));
        return true;
    }

    /// <summary>Call it once the update was kept.</summary>
    /// <exception cref="ImapProtocolException">Something in the response is unreadable.</exception>
    public static void ThrowIf(bool isDamaged, in UntaggedResponse response)
    {
        if (isDamaged)
            throw ProtocolErrors.Unreadable("flags, a UID and a mod-sequence", response.Arguments.Remaining);
    }
}
