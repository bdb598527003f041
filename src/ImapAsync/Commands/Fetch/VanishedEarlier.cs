namespace ImapAsync;

/// <summary>
/// The answers of FETCH with the modifier VANISHED. Those without EARLIER are no answers: they tell what goes while the command runs, as they do at any time (RFC 7162 §3.2.10).
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
            if (response.Name.Equals("VANISHED", StringComparison.OrdinalIgnoreCase) && VanishedToken.IsEarlier(response.Read()))
                vanished |= VanishedToken.Read(response.Read(), ref damage);
        }

        damage.ThrowIfAny();
        return vanished;
    }
}
