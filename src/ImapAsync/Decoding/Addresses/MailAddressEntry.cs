namespace ImapAsync;

/// <summary>One address of a header's list, or a group that has none (RFC 5322 §3.4).</summary>
/// <param name="RawDisplayName">
/// The name before the address, or in a comment after it: unquoted, its encoded words not decoded; null when there is
/// none.
/// </param>
/// <param name="Mailbox">What stands before the at sign, unquoted; null for an empty group.</param>
/// <param name="Host">What stands after the at sign; null when there is none.</param>
/// <param name="Group">The name of the group that the address belongs to, not decoded; null outside of groups.</param>
internal readonly record struct MailAddressEntry(string? RawDisplayName, string? Mailbox, string? Host, string? Group)
{
    /// <summary>
    /// The hosts that the mail is to take its way through (obs-route, RFC 5322 §4.4), without the colon; null when
    /// there are none.
    /// </summary>
    public string? Route { get; init; }

    /// <summary>The name as people read it.</summary>
    public string? DisplayName => RawDisplayName is null ? null : HeaderText.Decode(RawDisplayName);
}
