namespace ImapAsync;

/// <summary>
/// Reads attribute lists; equal octets return the same set. A thousand mailboxes have a handful of different ones. One
/// instance serves one LIST.
/// </summary>
internal sealed class MailboxAttributeCache
{
    private const int MostKept = 32;
    private static readonly byte[] Separators = [(byte)' ', (byte)'\t'];

    private readonly List<(byte[] Octets, MailboxAttributes Attributes)> _known = [];

    /// <summary>Reads the text between the parentheses. Never fails.</summary>
    public MailboxAttributes Read(ReadOnlySpan<byte> list)
    {
        list = list.Trim(Separators);
        if (list.IsEmpty)
            return MailboxAttributes.Empty;
        foreach ((byte[] octets, MailboxAttributes known) in _known)
        {
            if (list.SequenceEqual(octets))
                return known;
        }

        MailboxAttributes attributes = Parse(list);
        if (_known.Count < MostKept)
            _known.Add((list.ToArray(), attributes));
        return attributes;
    }

    private static MailboxAttributes Parse(ReadOnlySpan<byte> list)
    {
        List<MailboxAttribute> attributes = [];
        foreach (Range range in list.SplitAny(Separators))
        {
            ReadOnlySpan<byte> name = list[range].Trim((byte)'"');
            // In a quoted string the backslash is doubled.
            if (name is [(byte)'\\', (byte)'\\', ..])
                name = name[1..];
            if (!name.IsEmpty && !Ascii.EqualsIgnoreCase(name, "NIL"u8))
                attributes.Add(MailboxAttribute.FromServer(name));
        }

        return MailboxAttributes.Of([.. attributes]);
    }
}
