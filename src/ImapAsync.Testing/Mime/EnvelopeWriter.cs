using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>
/// Writes the ENVELOPE of a message (RFC 9051 §7.5.2), with encoded words unchanged.
/// <code>
/// envelope = "(" env-date SP env-subject SP env-from SP env-sender SP env-reply-to SP env-to SP env-cc SP env-bcc SP
/// env-in-reply-to SP env-message-id ")"
/// </code>
/// </summary>
internal static class EnvelopeWriter
{
    public static void Write(IBufferWriter<byte> output, MimeEntity message)
    {
        MimeHeader header = message.Header;
        List<MailAddressEntry> from = EnvelopeAddressList.Read(header.Fields, "From");
        output.Write("("u8);
        output.WriteNString(header.Raw("Date"));
        output.Write(" "u8);
        output.WriteNString(header.Raw("Subject"));
        WriteAddresses(output, from);

        // A missing sender or reply address defaults to the author's.
        WriteAddresses(output, ReadOr(header, "Sender", from));
        WriteAddresses(output, ReadOr(header, "Reply-To", from));
        WriteAddresses(output, EnvelopeAddressList.Read(header.Fields, "To"));
        WriteAddresses(output, EnvelopeAddressList.Read(header.Fields, "Cc"));
        WriteAddresses(output, EnvelopeAddressList.Read(header.Fields, "Bcc"));
        output.Write(" "u8);
        output.WriteNString(header.Raw("In-Reply-To"));
        output.Write(" "u8);
        output.WriteNString(header.Raw("Message-ID"));
        output.Write(")"u8);
    }

    private static List<MailAddressEntry> ReadOr(MimeHeader header, string name, List<MailAddressEntry> unsaid)
    {
        List<MailAddressEntry> addresses = EnvelopeAddressList.Read(header.Fields, name);
        return addresses.Count > 0 ? addresses : unsaid;
    }

    private static void WriteAddresses(IBufferWriter<byte> output, List<MailAddressEntry> addresses)
    {
        output.Write(" "u8);
        EnvelopeAddressList.Write(output, addresses);
    }
}
