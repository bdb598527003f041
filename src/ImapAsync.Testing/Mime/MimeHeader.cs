namespace ImapAsync.Testing;

/// <summary>The header of a message or part: its octets verbatim, and its fields.</summary>
internal sealed class MimeHeader
{
    private MimeHeader(ReadOnlyMemory<byte> octets, int emptyLineLength)
    {
        Octets = octets;
        EmptyLine = octets[(octets.Length - emptyLineLength)..];
        Fields = MailHeaders.Parse(octets);
    }

    /// <summary>The header up to and including its empty line.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>The empty line, CR LF or LF; nothing if the header extends to the end.</summary>
    public ReadOnlyMemory<byte> EmptyLine { get; }

    /// <summary>The fields in their order.</summary>
    public MailHeaders Fields { get; }

    /// <summary>Reads the header at the start of a message or part: all of it, if there is no empty line.</summary>
    public static MimeHeader Read(ReadOnlyMemory<byte> entity)
    {
        ReadOnlySpan<byte> octets = entity.Span;
        int position = 0;
        while (position < octets.Length)
        {
            int length = octets[position..].IndexOf((byte)'\n');
            if (length < 0)
                break;
            int next = position + length + 1;
            if (octets.Slice(position, length).IndexOfAnyExcept((byte)'\r') < 0)
                return new MimeHeader(entity[..next], next - position);
            position = next;
        }

        return new MimeHeader(entity, 0);
    }

    /// <summary>
    /// The value of the first field with this name, unfolded but with encoded words unchanged; null if there is none.
    /// </summary>
    public byte[]? Raw(string name) =>
        Fields.TryGetField(name, out MailHeaderField field) ? Unfold(field.RawValue.Span) : null;

    /// <summary>
    /// The named fields, or all others, verbatim, and the empty line (RFC 9051 §6.4.5.1, HEADER.FIELDS).
    /// </summary>
    public ReadOnlyMemory<byte> Select(IReadOnlyList<string> names, bool named)
    {
        HashSet<string> wanted = new(names, StringComparer.OrdinalIgnoreCase);
        using MemoryStream selected = new();
        MailHeaderReader reader = new(Octets.Span, 0);
        while (reader.TryRead())
        {
            if (wanted.Contains(reader.Field(Octets).Name) == named)
                selected.Write(Octets.Span[reader.Start..reader.Position]);
        }

        selected.Write(EmptyLine.Span);
        return selected.ToArray();
    }

    // Unfolding removes the line ends and keeps the white space after them (RFC 5322 §2.2.3). No IMAP string can hold a
    // NUL.
    private static byte[] Unfold(ReadOnlySpan<byte> value)
    {
        byte[] unfolded = new byte[value.Length];
        int length = 0;
        foreach (byte octet in value)
        {
            if (octet is not ((byte)'\r' or (byte)'\n' or 0))
                unfolded[length++] = octet;
        }

        return unfolded[..length];
    }
}
