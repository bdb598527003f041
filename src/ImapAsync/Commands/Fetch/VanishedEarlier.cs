namespace ImapAsync;

/// <summary>
/// The answers of FETCH with the modifier VANISHED. Those without EARLIER tell what goes while the command runs
/// (RFC 7162 §3.2.10): such a message is gone for whoever asked for it, who may never hear of it again once a later
/// mod-sequence is remembered.
/// <code>expunged-resp = "VANISHED" [SP "(EARLIER)"] SP known-uids</code>
/// </summary>
internal static class VanishedEarlier
{
    /// <exception cref="ImapProtocolException">One of them cannot be read.</exception>
    public static UidSet In(IReadOnlyList<UntypedResponse> responses)
    {
        UidSet vanished = UidSet.Empty;
        Damage damage = default;
        foreach (UntypedResponse response in responses)
        {
            if (response.Name.Equals("VANISHED", StringComparison.OrdinalIgnoreCase))
                vanished |= VanishedToken.Read(response.Read(), ref damage);
        }

        damage.ThrowIfAny();
        return vanished;
    }
}
