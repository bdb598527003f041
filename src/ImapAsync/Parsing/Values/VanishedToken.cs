using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The arguments of VANISHED (RFC 7162 §3.2.10). Servers leave out the parentheses around EARLIER, put the set into
/// them, or have nothing to tell and say so.
/// <code>expunged-resp = "VANISHED" [SP "(EARLIER)"] SP known-uids</code>
/// </summary>
internal static class VanishedToken
{
    /// <summary>
    /// Whether the messages had been expunged before: then it does not affect the numbers of existing messages.
    /// </summary>
    public static bool IsEarlier(ImapTokenReader arguments)
    {
        ListReader values = ListReader.Bare(arguments.Remaining);
        return IsEarlier(values.Next());
    }

    /// <summary>Adds the UIDs; none if EARLIER stands alone.</summary>
    /// <exception cref="ImapProtocolException">Some of them are unreadable; all others have been added.</exception>
    public static void AddTo(ref NumberSetBuilder uids, ImapTokenReader arguments)
    {
        ListReader values = ListReader.Bare(arguments.Remaining);
        ListReader behindFirst = values;
        ResponseValue first = behindFirst.Next();
        if (!IsEarlier(first))
        {
            SetToken.AddTo(ref uids, values);
            if (behindFirst.IsCutOff)
                throw ProtocolErrors.Unreadable("a closing parenthesis after the UIDs", first.Octets);
            return;
        }

        ListReader tags = first.Elements;
        tags.MoveNext();
        if (!SetToken.IsNone(tags))
            SetToken.AddTo(ref uids, tags);
        if (behindFirst.IsCutOff)
            throw ProtocolErrors.Unreadable("a closing parenthesis after EARLIER", first.Octets);
        if (!SetToken.IsNone(behindFirst))
            SetToken.AddTo(ref uids, behindFirst);
    }

    /// <summary>Reads the UIDs, as far as they are readable.</summary>
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

        return uids.Build<UidSet>();
    }

    private static bool IsEarlier(ResponseValue first)
    {
        if (!first.IsList)
            return first.String.Is("EARLIER"u8);
        ListReader tags = first.Elements;
        return tags.MoveNext() && !SetToken.StartsWithNumber(first);
    }
}
