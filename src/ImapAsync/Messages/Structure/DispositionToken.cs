using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The disposition of a part (RFC 9051 §7.5.2): its type, and its parameters.
/// <code>body-fld-dsp = "(" string SP body-fld-param ")" / nil</code>
/// </summary>
internal static class DispositionToken
{
    /// <summary>Whether a list can be a disposition: a type and a nested list of parameters, or one of both.</summary>
    public static bool Is(ResponseValue list)
    {
        ListReader elements = Elements(list);
        return !elements.Next().IsList && (elements.Next().IsNilOrMissing || elements.Current.IsList);
    }

    /// <summary>
    /// Whether a list in the place of the MD5 is the disposition because the MD5 was omitted: its type is known or
    /// missing. Any other list is something else.
    /// </summary>
    public static bool StandsForMd5(ResponseValue list)
    {
        ImapString type = Elements(list).Next().String;
        bool isKnown = type.Bytes.IsEmpty || type.Is("ATTACHMENT"u8) || type.Is("INLINE"u8) || type.Is("FORM-DATA"u8);
        return isKnown && Is(list);
    }

    /// <summary>The parameters of a disposition, undecoded.</summary>
    public static ResponseValue ParametersOf(ResponseValue disposition)
    {
        ListReader elements = Elements(disposition);
        elements.MoveNext();
        return elements.Next();
    }

    /// <summary>
    /// Its type and its parameters. Some servers add a redundant pair of parentheses, as for a list of dispositions.
    /// </summary>
    public static ListReader Elements(ResponseValue disposition)
    {
        ListReader elements = disposition.Elements;
        ListReader first = elements;
        return first.Next().IsList ? first.Current.Elements : elements;
    }
}
