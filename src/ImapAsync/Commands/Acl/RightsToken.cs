using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Rights in responses: <c>rights = astring</c> (RFC 4314 §7).</summary>
internal static class RightsToken
{
    public static Rights Read(ref ImapTokenReader reader) => Rights.FromServer(reader.ReadString().Bytes);

    /// <summary>Reads the rights that a value is; none, and noted, where it is a list.</summary>
    public static Rights Read(ResponseValue value, ref Damage damage)
    {
        if (value.IsList)
            damage.Note("rights such as lrs", value.Octets);
        return Rights.FromServer(value.String.Bytes);
    }
}
