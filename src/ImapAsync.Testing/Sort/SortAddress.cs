namespace ImapAsync.Testing;

/// <summary>
/// The sort key of an address field: its first address as in ENVELOPE, where a group begins with its name.
/// </summary>
internal static class SortAddress
{
    /// <summary>addr-mailbox (RFC 5256 §3); empty if there is no address.</summary>
    public static string Mailbox(MimeEntity message, string field) =>
        First(message, field) is { } address ? address.Group ?? address.Mailbox ?? string.Empty : string.Empty;

    /// <summary>The display name, or the address if there is none (RFC 5957 §3).</summary>
    public static string Display(MimeEntity message, string field)
    {
        if (First(message, field) is not { } address)
            return string.Empty;
        if (address.Group is { } group)
            return HeaderText.Decode(group);
        if (address.DisplayName is { Length: > 0 } name)
            return name;
        return string.IsNullOrEmpty(address.Host)
            ? address.Mailbox ?? string.Empty
            : $"{address.Mailbox}@{address.Host}";
    }

    private static MailAddressEntry? First(MimeEntity message, string field) =>
        EnvelopeAddressList.Read(message.Header.Fields, field) is [var first, ..] ? first : null;
}
