using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads LIST responses, and LSUB and XLIST, which look the same.
/// <code>mailbox-list = "(" [mbx-list-flags] ")" SP (DQUOTE QUOTED-CHAR DQUOTE / nil) SP mailbox [SP mbox-list-extended]</code>
/// </summary>
internal static class ListResponseParser
{
    /// <summary>Reads what stands behind the response's name.</summary>
    /// <param name="reader">The reader, at the attributes.</param>
    /// <param name="attributes">Attribute lists that were read before.</param>
    /// <param name="nameToken">The name's octets as they stand in the response, with their quotes.</param>
    /// <param name="damage">What of the extended data could not be read.</param>
    public static MailboxInfo Parse(ref ImapTokenReader reader, MailboxAttributeCache attributes, out ReadOnlySpan<byte> nameToken, out Damage damage)
    {
        MailboxAttributes set = ReadAttributes(ref reader, attributes);
        char? delimiter = MailboxNameTokens.ReadDelimiter(ref reader);
        ReadOnlySpan<byte> atName = reader.Remaining;
        int start = reader.Position;
        MailboxInfo mailbox = new(MailboxNameTokens.ReadListed(ref reader), delimiter, set);
        nameToken = atName[..(reader.Position - start)].Trim((byte)' ');
        // A quote that a server did not escape ends the name too early.
        ReadOnlySpan<byte> rest = nameToken is [(byte)'"', ..] && reader.Remaining is [not ((byte)' ' or (byte)'\t' or (byte)'('), ..] glued ? glued : default;
        mailbox = ExtendedListData.Read(ref reader, mailbox, out damage);
        if (!rest.IsEmpty)
            damage.Note("a space behind the mailbox's name", rest);
        return mailbox;
    }

    private static MailboxAttributes ReadAttributes(ref ImapTokenReader reader, MailboxAttributeCache attributes)
    {
        if (reader.TryReadNil())
            return MailboxAttributes.Empty;
        if (reader.Peek() != ImapTokenKind.ListStart)
            throw reader.Malformed("a list of attributes");
        ReadOnlySpan<byte> list = reader.ReadValue();
        return list[^1] == ')' ? attributes.Read(list[1..^1]) : throw reader.Malformed("the end of the attributes, ')'");
    }
}
