using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// What stands behind VANISHED (RFC 7162 §3.2.10). Servers leave out the parentheses around EARLIER, put the set into
/// them, or have nothing to tell and say so.
/// <code>expunged-resp = "VANISHED" [SP "(EARLIER)"] SP known-uids</code>
/// </summary>
internal static class VanishedToken
{
    /// <summary>
    /// Whether the messages had gone before: then it tells nothing of the numbers of those that are there.
    /// </summary>
    public static bool IsEarlier(ImapTokenReader arguments)
    {
        ListReader values = ListReader.Bare(arguments.Remaining);
        return IsEarlier(values.Next());
    }

    /// <summary>Adds the UIDs; none where EARLIER stands alone.</summary>
    /// <exception cref="ImapProtocolException">Something of them cannot be read; all else was added.</exception>
    public static void AddTo(ref NumberSetBuilder uids, ImapTokenReader arguments)
    {
        ListReader values = ListReader.Bare(arguments.Remaining);
        ListReader behindFirst = values;
        ResponseValue first = behindFirst.Next();
        if (!IsEarlier(first))
        {
            SetToken.AddTo(ref uids, values);
            if (behindFirst.IsCutOff)
                throw ProtocolErrors.Unreadable("a closing parenthesis behind the UIDs", first.Octets);
            return;
        }

        ListReader tags = first.Elements;
        tags.MoveNext();
        if (!SetToken.IsNone(tags))
            SetToken.AddTo(ref uids, tags);
        if (behindFirst.IsCutOff)
            throw ProtocolErrors.Unreadable("a closing parenthesis behind EARLIER", first.Octets);
        if (!SetToken.IsNone(behindFirst))
            SetToken.AddTo(ref uids, behindFirst);
    }

    /// <summary>Reads the UIDs, as far as they can be read.</summary>
    public static UidSet Read(ImapTokenReader arguments, ref Damage damage)
    {
        NumberSetBuilder uids = default;
        try
        {
            AddTo(ref uids, arguments);
        }
        catch (ImapProtocolException exception)
        {
            damage.Note(exception);
        }

        return uids.BuildUids();
    }

    private static bool IsEarlier(ResponseValue first)
    {
        if (!first.IsList)
            return first.String.Is("EARLIER"u8);
        ListReader tags = first.Elements;
        return tags.MoveNext() && !SetToken.StartsWithNumber(first);
    }
}
