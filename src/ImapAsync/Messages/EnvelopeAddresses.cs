using System.Text;
using System.Text.Unicode;

namespace ImapAsync;

/// <summary>Address lists of an ENVELOPE (RFC 9051 §7.5.2 and §9).
/// <code>address = "(" addr-name SP addr-adl SP addr-mailbox SP addr-host ")"</code>
/// A NIL host starts a group whose name is the mailbox, or ends one where the mailbox is NIL too.</summary>
internal static class EnvelopeAddresses
{
    public static IReadOnlyList<EmailAddress> Read(ResponseValue list)
    {
        int count = 0;
        ListReader counted = list.Elements;
        while (counted.MoveNext())
            count += counted.Current.IsList ? 1 : 0;
        if (count == 0)
            return IsAddress(list) ? [new Fields(list.Elements).ToAddress(group: null)] : [];

        EmailAddress[] addresses = new EmailAddress[Math.Min(count, ImapLimits.Default.MaxListItems)];
        int filled = Fill(addresses, list.Elements);
        return filled == addresses.Length ? addresses : addresses.AsSpan(0, filled).ToArray();
    }

    /// <summary>Whether a list is one address, without the parentheses of the list that it should be in.</summary>
    public static bool IsAddress(ResponseValue list)
    {
        int strings = 0;
        int present = 0;
        ListReader fields = list.Elements;
        while (fields.MoveNext())
        {
            if (fields.Current.IsList)
                return false;
            strings++;
            present += strings > 2 && !fields.Current.IsNil ? 1 : 0;
        }

        // A mailbox and a host: four NIL are none.
        return strings == 4 && present == 2;
    }

    private static int Fill(EmailAddress[] addresses, ListReader elements)
    {
        int filled = 0;
        string? group = null;
        bool groupIsEmpty = false;
        while (filled < addresses.Length && elements.MoveNext())
        {
            // SmarterMail puts NIL among the addresses.
            if (!elements.Current.IsList)
                continue;

            Fields fields = new(elements.Current.Elements);
            if (!fields.IsGroupMarker)
            {
                groupIsEmpty = false;
                if (!fields.IsEmpty)
                    addresses[filled++] = fields.ToAddress(group);
                continue;
            }

            if (groupIsEmpty)
                addresses[filled++] = EmptyGroup(group!);
            group = fields.GroupName;
            groupIsEmpty = group is not null;
        }

        if (groupIsEmpty && filled < addresses.Length)
            addresses[filled++] = EmptyGroup(group!);
        return filled;
    }

    private static EmailAddress EmptyGroup(string name) => EmailAddress.Read("", null, name);

    /// <summary>The four strings of an address.</summary>
    private readonly ref struct Fields
    {
        private readonly ResponseValue _name;
        private readonly ResponseValue _mailbox;
        private readonly ResponseValue _host;

        public Fields(ListReader elements)
        {
            _name = elements.Next();
            elements.Next();
            _mailbox = elements.Next();
            _host = elements.Next();
        }

        // An address with a name but no host is an address that lacks its host, not a group.
        public bool IsGroupMarker => _host.IsNilOrMissing && _name.IsNilOrMissing;

        public bool IsEmpty => _mailbox.IsNilOrMissing && _host.IsNilOrMissing && _name.IsNilOrMissing;

        public string? GroupName => _mailbox.IsNilOrMissing ? null : HeaderText.Decode(_mailbox.String.Bytes);

        public EmailAddress ToAddress(string? group)
        {
            ReadOnlySpan<byte> mailbox = Real(_mailbox.String.Bytes);
            ReadOnlySpan<byte> host = Real(_host.String.Bytes);
            string? name = _name.IsNilOrMissing ? null : HeaderText.Decode(_name.String.Bytes);
            if (host.IsEmpty)
                return EmailAddress.Read(WireText.Decode(mailbox), name, group);

            return EmailAddress.Read(Join(mailbox, host), name, group);
        }

        // Dovecot, Exchange and Cyrus put words where the header has nothing.
        private static ReadOnlySpan<byte> Real(ReadOnlySpan<byte> octets) =>
            Ascii.EqualsIgnoreCase(octets, "MISSING_DOMAIN"u8) || Ascii.EqualsIgnoreCase(octets, ".MISSING-HOST-NAME."u8)
            || Ascii.EqualsIgnoreCase(octets, "unspecified-domain"u8) || Ascii.EqualsIgnoreCase(octets, "MISSING_MAILBOX"u8)
                ? default
                : octets;

        private static string Join(ReadOnlySpan<byte> mailbox, ReadOnlySpan<byte> host) => string.Create(
            CharCount(mailbox) + 1 + CharCount(host),
            new Halves { Mailbox = mailbox, Host = host },
            static (chars, halves) =>
            {
                int at = EncodingOf(halves.Mailbox).GetChars(halves.Mailbox, chars);
                chars[at] = '@';
                EncodingOf(halves.Host).GetChars(halves.Host, chars[(at + 1)..]);
            });

        private static int CharCount(ReadOnlySpan<byte> octets) => EncodingOf(octets).GetCharCount(octets);

        // As WireText decodes.
        private static Encoding EncodingOf(ReadOnlySpan<byte> octets) => Utf8.IsValid(octets) ? Encoding.UTF8 : Encoding.Latin1;
    }

    private ref struct Halves
    {
        public ReadOnlySpan<byte> Mailbox;
        public ReadOnlySpan<byte> Host;
    }
}
