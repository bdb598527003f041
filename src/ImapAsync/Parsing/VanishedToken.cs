using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// What stands behind VANISHED (RFC 7162 §3.2.10). Servers leave out the parentheses around EARLIER.
/// <code>expunged-resp = "VANISHED" [SP "(EARLIER)"] SP known-uids</code>
/// </summary>
internal static class VanishedToken
{
    /// <summary>Whether the messages had gone before: then it tells nothing of the numbers of those that are there.</summary>
    public static bool IsEarlier(ImapTokenReader arguments)
    {
        ListReader values = ListReader.Bare(arguments.Remaining);
        return IsEarlier(values.Next());
    }

    /// <summary>Adds the UIDs.</summary>
    /// <exception cref="ImapProtocolException">They cannot be read.</exception>
    public static void AddTo(ref NumberSetBuilder uids, ImapTokenReader arguments)
    {
        ListReader values = ListReader.Bare(arguments.Remaining);
        ListReader behindFirst = values;
        SetToken.AddTo(ref uids, IsEarlier(behindFirst.Next()) ? behindFirst : values);
    }

    /// <summary>Reads the UIDs.</summary>
    /// <exception cref="ImapProtocolException">They cannot be read.</exception>
    public static UidSet Read(ImapTokenReader arguments)
    {
        NumberSetBuilder uids = default;
        try
        {
            AddTo(ref uids, arguments);
        }
        catch
        {
            // Gives its memory back.
            uids.Build();
            throw;
        }

        return uids.BuildUids();
    }

    private static bool IsEarlier(ResponseValue first) =>
        first.IsList ? !SetToken.StartsWithNumber(first) : first.String.Is("EARLIER"u8);
}
