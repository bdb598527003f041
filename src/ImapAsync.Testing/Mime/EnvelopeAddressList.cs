using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>
/// The addresses of a header field as ENVELOPE has them (RFC 9051 §9).
/// <code>address = "(" addr-name SP addr-adl SP addr-mailbox SP addr-host ")"</code>
/// A NIL host is the syntax of groups: with a mailbox it begins one, without it ends one.
/// </summary>
internal static class EnvelopeAddressList
{
    /// <summary>The addresses of all fields with this name: several are read as one (RFC 5322 §4.5.3).</summary>
    public static List<MailAddressEntry> Read(MailHeaders header, string name)
    {
        List<MailAddressEntry> addresses = new();
        foreach (MailHeaderField field in header)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                addresses.AddRange(MailAddressParser.Parse(field.RawValue.Span));
        }

        return addresses;
    }

    public static void Write(IBufferWriter<byte> output, List<MailAddressEntry> addresses)
    {
        if (addresses.Count == 0)
        {
            output.Write("NIL"u8);
            return;
        }

        output.Write("("u8);
        string? group = null;
        foreach (MailAddressEntry address in addresses)
        {
            // Each group has a name of its own, even if two have the same name.
            if (!ReferenceEquals(address.Group, group))
            {
                if (group is not null)
                    WriteGroupEnd(output);
                if (address.Group is not null)
                    WriteAddress(output, null, null, address.Group, null);
                group = address.Group;
            }

            if (address.Mailbox is not null)
            {
                WriteAddress(
                    output, address.RawDisplayName, address.Route, address.Mailbox, address.Host ?? string.Empty);
            }
        }

        if (group is not null)
            WriteGroupEnd(output);
        output.Write(")"u8);
    }

    private static void WriteGroupEnd(IBufferWriter<byte> output) => WriteAddress(output, null, null, null, null);

    private static void WriteAddress(
        IBufferWriter<byte> output, string? name, string? route, string? mailbox, string? host)
    {
        output.Write("("u8);
        output.WriteNString(name);
        output.Write(" "u8);
        output.WriteNString(route);
        output.Write(" "u8);
        output.WriteNString(mailbox);
        output.Write(" "u8);
        output.WriteNString(host);
        output.Write(")"u8);
    }
}
