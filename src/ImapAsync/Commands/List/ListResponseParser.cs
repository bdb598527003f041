using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads LIST responses, and LSUB and XLIST, which look the same.
/// <code>
/// mailbox-list = "(" [mbx-list-flags] ")" SP (DQUOTE QUOTED-CHAR DQUOTE / nil) SP mailbox [SP mbox-list-extended]
/// </code>
/// </summary>
internal static class ListResponseParser
{
    /// <summary>Reads what follows the response's name.</summary>
    /// <param name="reader">The reader, positioned at the attributes.</param>
    /// <param name="attributes">Attribute lists that were read before.</param>
    /// <param name="nameToken">The name's octets as they stand in the response, with their quotes.</param>
    /// <param name="damage">The unreadable parts of the extended data.</param>
    public static MailboxInfo Parse(
        ref ImapTokenReader reader, MailboxAttributeCache attributes, out ReadOnlySpan<byte> nameToken,
        out Damage damage)
    {
        MailboxAttributes set = ReadAttributes(ref reader, attributes);
        char? delimiter = MailboxNameTokens.ReadDelimiter(ref reader, out bool isOneCharacter);
        ReadOnlySpan<byte> atName = reader.Remaining;
        int start = reader.Position;
        MailboxInfo mailbox = new(MailboxNameTokens.ReadListed(ref reader), delimiter, set);
        nameToken = atName[..(reader.Position - start)].Trim((byte)' ');
        mailbox = ExtendedListData.Read(ref reader, mailbox, out damage);
        if (!isOneCharacter)
            damage.Note("a delimiter of one character", default);
        NoteTail(reader.Remaining, ref damage);
        return mailbox;
    }

    // An unescaped quote ends the name too early.
    private static void NoteTail(ReadOnlySpan<byte> rest, ref Damage damage)
    {
        ReadOnlySpan<byte> tail = rest.Trim(" \t\r\n"u8);
        if (tail is [(byte)'(', ..])
            tail = ValueScanner.End(tail, 0) is > 0 and int end ? tail[end..] : default;
        if (!tail.IsEmpty)
            damage.Note("the end of the line after the mailbox", tail);
    }

    private static MailboxAttributes ReadAttributes(ref ImapTokenReader reader, MailboxAttributeCache attributes)
    {
        if (reader.TryReadNil())
            return MailboxAttributes.Empty;
        if (reader.Peek() != ImapTokenKind.ListStart)
            throw reader.Malformed("a list of attributes");
        ReadOnlySpan<byte> list = reader.ReadValue();
        return list[^1] == ')'
            ? attributes.Read(list[1..^1])
            : throw reader.Malformed("the end of the attributes, ')'");
    }
}
