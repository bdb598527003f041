using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads NAMESPACE responses.
/// <code>namespace-response = "NAMESPACE" SP namespace SP namespace SP namespace</code>
/// <code>namespace = nil / "(" 1*namespace-descr ")"</code>
/// <code>namespace-descr = "(" string SP (DQUOTE QUOTED-CHAR DQUOTE / nil) *(SP string SP "(" string *(SP string) ")") ")"</code>
/// </summary>
internal static class NamespaceParser
{
    public static Namespaces Parse(ref ImapTokenReader reader) => new(ReadNamespaces(ref reader), ReadNamespaces(ref reader), ReadNamespaces(ref reader));

    // Some servers leave out what they do not have at the end.
    private static List<MailboxNamespace> ReadNamespaces(ref ImapTokenReader reader)
    {
        if (reader.End || reader.TryReadNil())
            return [];

        List<MailboxNamespace> namespaces = [];
        reader.ReadListStart();
        while (!reader.TryReadListEnd())
        {
            if (!reader.TryReadNil())
                namespaces.Add(ReadNamespace(ref reader));
        }

        return namespaces;
    }

    private static MailboxNamespace ReadNamespace(ref ImapTokenReader reader)
    {
        reader.ReadListStart();
        MailboxNamespace result = new(reader.ReadMailbox(), reader.Peek() == ImapTokenKind.ListEnd ? null : MailboxNameTokens.ReadDelimiter(ref reader));
        Dictionary<string, IReadOnlyList<string>>? extensions = null;
        while (!reader.TryReadListEnd())
        {
            ImapString name = reader.ReadString();
            if (!name.IsNil && reader.Peek() != ImapTokenKind.ListEnd)
                (extensions ??= new(StringComparer.OrdinalIgnoreCase))[name.ToString()] = ReadValues(ref reader);
        }

        return extensions is null ? result : result with { Extensions = extensions };
    }

    private static List<string> ReadValues(ref ImapTokenReader reader)
    {
        List<string> values = [];
        if (!reader.TryReadListStart())
            return [reader.ReadString().ToString()];
        while (!reader.TryReadListEnd())
            values.Add(reader.ReadString().ToString());
        return values;
    }
}
