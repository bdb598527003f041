using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Rights in responses: <c>rights = astring</c> (RFC 4314 §7).</summary>
internal static class RightsToken
{
    /// <summary>Reads the rights at the end of a response; null, and noted as damage, if there are none.</summary>
    public static Rights? ReadLast(ImapTokenReader reader, ref Damage damage)
    {
        ListReader values = ListReader.Bare(reader.Remaining);
        Rights? rights = Read(values.Next(), ref damage);
        if (values.MoveNext())
            damage.Note("the end of the line after the rights", values.Current.Octets);
        else
            damage.NoteEnd(values, inList: false);
        return rights;
    }

    /// <summary>Reads a value as rights; null, and noted as damage, if it is a list or missing.</summary>
    public static Rights? Read(ResponseValue value, ref Damage damage)
    {
        if (!value.IsList && !value.IsMissing)
            return Rights.FromServer(value.String.Bytes);
        damage.Note("rights such as lrs", value.Octets);
        return null;
    }
}
