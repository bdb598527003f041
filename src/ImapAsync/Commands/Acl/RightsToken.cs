using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Rights in responses: <c>rights = astring</c> (RFC 4314 §7).</summary>
internal static class RightsToken
{
    public static Rights Read(ref ImapTokenReader reader) => Rights.FromServer(reader.ReadString().Bytes);
}
