namespace ImapAsync;

/// <summary>One address of a header's address list, or an empty group (RFC 5322 §3.4).</summary>
/// <param name="RawDisplayName">
/// The name before the address, or in a comment after it: unquoted, with encoded words not decoded; null if there is
/// none.
/// </param>
/// <param name="Mailbox">The part before the at sign, unquoted; null for an empty group.</param>
/// <param name="Host">The part after the at sign; null if there is none.</param>
/// <param name="Group">The name of the group that contains the address, not decoded; null outside of groups.</param>
internal readonly record struct MailAddressEntry(string? RawDisplayName, string? Mailbox, string? Host, string? Group)
{
    /// <summary>
    /// The route of hosts for the mail (obs-route, RFC 5322 §4.4), without the colon; null if there is none.
    /// </summary>
    public string? Route { get; init; }

    /// <summary>The decoded display name.</summary>
    public string? DisplayName => RawDisplayName is null ? null : HeaderText.Decode(RawDisplayName);
}
