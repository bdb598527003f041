namespace ImapAsync;

/// <summary>The four strings of an address (RFC 9051 §9): name, route, mailbox and host.</summary>
internal readonly ref struct AddressFields
{
    private readonly ResponseValue _name;
    private readonly ResponseValue _mailbox;
    private readonly ResponseValue _host;
    private readonly bool _isSwapped;

    public AddressFields(ListReader elements)
    {
        _name = elements.Next();
        elements.MoveNext();
        _mailbox = elements.Next();
        _host = elements.Next();
        // Some servers swap the name and the address if they cannot parse the header.
        ReadOnlySpan<byte> mailbox = Real(_mailbox.String.Bytes);
        if (Real(_host.String.Bytes).IsEmpty && SwappedAddress.IsIn(_name.String.Bytes, mailbox))
        {
            ResponseValue name = _name;
            _name = mailbox.IsEmpty ? default : _mailbox;
            _mailbox = name;
            _isSwapped = true;
        }
    }

    // A named address without a host is an address that lacks its host, not a group.
    public bool IsGroupMarker => !_isSwapped && _host.IsNilOrMissing && _name.IsNilOrMissing;

    public bool IsEmpty => _mailbox.IsNilOrMissing && _host.IsNilOrMissing && _name.IsNilOrMissing;

    public string? GroupName => _mailbox.IsNilOrMissing ? null : HeaderText.Decode(_mailbox.String.Bytes);

    public EmailAddress ToAddress(string? group)
    {
        ReadOnlySpan<byte> mailbox = Real(_mailbox.String.Bytes);
        ReadOnlySpan<byte> host = Real(_host.String.Bytes);
        string? name = _name.IsNilOrMissing ? null : HeaderText.Decode(_name.String.Bytes);
        return EmailAddress.Read(
            host.IsEmpty ? WireText.Decode(SwappedAddress.WithoutBrackets(mailbox)) : Join(mailbox, host), name, group);
    }

    // Dovecot, Exchange and Cyrus insert placeholder words where the header has nothing.
    private static ReadOnlySpan<byte> Real(ReadOnlySpan<byte> octets) => octets.Length switch
    {
        14 when Ascii.EqualsIgnoreCase(octets, "MISSING_DOMAIN"u8) => default,
        15 when Ascii.EqualsIgnoreCase(octets, "MISSING_MAILBOX"u8) => default,
        18 when Ascii.EqualsIgnoreCase(octets, "unspecified-domain"u8) => default,
        19 when Ascii.EqualsIgnoreCase(octets, ".MISSING-HOST-NAME."u8) => default,
        _ => octets,
    };

    private static string Join(ReadOnlySpan<byte> mailbox, ReadOnlySpan<byte> host)
    {
        if (!System.Text.Ascii.IsValid(mailbox) || !System.Text.Ascii.IsValid(host))
            return $"{WireText.Decode(mailbox)}@{WireText.Decode(host)}";

        return string.Create(
            mailbox.Length + 1 + host.Length,
            new Halves { Mailbox = mailbox, Host = host },
            static (chars, halves) =>
            {
                System.Text.Ascii.ToUtf16(halves.Mailbox, chars, out int at);
                chars[at] = '@';
                System.Text.Ascii.ToUtf16(halves.Host, chars[(at + 1)..], out _);
            });
    }

    private ref struct Halves
    {
        public ReadOnlySpan<byte> Mailbox;
        public ReadOnlySpan<byte> Host;
    }
}
