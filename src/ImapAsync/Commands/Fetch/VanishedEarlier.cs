namespace ImapAsync;

/// <summary>
/// The answers of FETCH with the modifier VANISHED. Those without EARLIER tell what goes while the command runs
/// (RFC 7162 §3.2.10): such a message is gone for whoever asked for it, who may never hear of it again once a later
/// mod-sequence is remembered.
/// <code>expunged-resp = "VANISHED" [SP "(EARLIER)"] SP known-uids</code>
/// </summary>
internal static class VanishedEarlier
{
    /// <summary>The UIDs in them, and those of which something cannot be read.</summary>
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
