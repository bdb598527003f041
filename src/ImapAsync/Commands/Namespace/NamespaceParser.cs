using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads NAMESPACE responses.
/// <code>namespace-response = "NAMESPACE" SP namespace SP namespace SP namespace</code>
/// <code>namespace = nil / "(" 1*namespace-descr ")"</code>
/// <code>
/// namespace-descr = "(" string SP (DQUOTE QUOTED-CHAR DQUOTE / nil) *(SP string SP "(" string *(SP string) ")") ")"
/// </code>
/// </summary>
internal static class NamespaceParser
{
    public static Namespaces Parse(ref ImapTokenReader reader, out Damage damage)
    {
        damage = default;
        ListReader kinds = ListReader.Bare(reader.Remaining);
        Namespaces namespaces = new(
            Read(kinds.Next(), reader.Utf8, ref damage),
            Read(kinds.Next(), reader.Utf8, ref damage),
            Read(kinds.Next(), reader.Utf8, ref damage));
        if (kinds.MoveNext())
            damage.Note("three lists of namespaces", kinds.Current.Octets);
        damage.NoteEnd(kinds, inList: false);
        return namespaces;
    }

    // Some servers omit missing ones at the end.
    private static List<MailboxNamespace> Read(ResponseValue kind, bool utf8, ref Damage damage)
    {
        List<MailboxNamespace> namespaces = [];
        if (!kind.IsList && !kind.IsNilOrMissing)
            damage.Note("a list of namespaces", kind.Octets);
        ListReader elements = kind.Elements;
        while (elements.MoveNext())
        {
            ListReader fields = elements.Current.Elements;
            if (fields.Next() is { IsList: false, IsNilOrMissing: false } prefix)
                namespaces.Add(Read(fields, MailboxName.FromServer(prefix.String.Bytes, utf8), ref damage));
            else if (!elements.Current.IsNil)
                damage.Note("a namespace", elements.Current.Octets);
        }

        if (kind.IsList)
            damage.NoteEnd(elements, inList: true);
        return namespaces;
    }

    private static MailboxNamespace Read(ListReader fields, MailboxName prefix, ref Damage damage)
    {
        ResponseValue delimiter = fields.Next();
        if (delimiter.IsList)
            damage.Note("a delimiter", delimiter.Octets);
        MailboxNamespace result = new(prefix, MailboxNameTokens.ReadDelimiter(delimiter));
        Dictionary<string, IReadOnlyList<string>>? extensions = null;
        while (fields.MoveNext())
        {
            ResponseValue name = fields.Current;
            ResponseValue values = fields.Next();
            if (!name.IsNil && !name.IsList && !values.IsMissing)
                (extensions ??= new(StringComparer.OrdinalIgnoreCase))[name.String.ToString()] = ReadValues(values);
        }

        return extensions is null ? result : result with { Extensions = extensions };
    }

    private static List<string> ReadValues(ResponseValue value)
    {
        if (!value.IsList)
            return [value.String.ToString()];
        List<string> values = [];
        ListReader elements = value.Elements;
        while (elements.MoveNext())
            values.Add(elements.Current.String.ToString());
        return values;
    }
}
