namespace ImapAsync;

/// <summary>
/// The answers to FETCH with the modifier VANISHED. Those without EARLIER report what is expunged while the command
/// runs (RFC 7162 §3.2.10): the caller must learn of such a message, since it may never be reported again once the
/// caller has stored a later mod-sequence.
/// <code>expunged-resp = "VANISHED" [SP "(EARLIER)"] SP known-uids</code>
/// </summary>
internal static class VanishedEarlier
{
    /// <summary>The UIDs in them, and the responses that are partly unreadable.</summary>
    public static UidSet In(IReadOnlyList<UntypedResponse> responses, out IReadOnlyList<MalformedResponse> unread)
    {
        UidSet vanished = UidSet.Empty;
        List<MalformedResponse> malformed = [];
        foreach (UntypedResponse response in responses)
        {
            if (!response.Name.Equals("VANISHED", StringComparison.OrdinalIgnoreCase))
                continue;
            Damage damage = default;
            vanished |= VanishedToken.Read(response.Read(), ref damage);
            if (damage.ToMalformed(response) is { } told)
                malformed.Add(told);
        }

        unread = malformed;
        return vanished;
    }
}
