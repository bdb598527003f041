namespace ImapAsync;

/// <summary>
/// An address of an envelope (RFC 9051 §7.5.2). An address in a group carries the group's name; a group without
/// members, such as <c>undisclosed-recipients:;</c>, is one entry with a <see cref="Group"/> and no
/// <see cref="Address"/>.
/// </summary>
public sealed record EmailAddress
{
    // The name, or the name and the group: there are many addresses, and few are in a group.
    private readonly object? _name;

    /// <summary>Creates an address.</summary>
    /// <param name="mailbox">The part before the at sign.</param>
    /// <param name="host">The part after the at sign; null if there is none.</param>
    /// <param name="displayName">The display name; null if there is none.</param>
    /// <param name="group">The name of the group that contains the address; null outside of groups.</param>
    public EmailAddress(string mailbox, string? host, string? displayName = null, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        Address = string.IsNullOrEmpty(host) ? mailbox : $"{mailbox}@{host}";
        _name = NameOf(displayName, group);
    }

    private EmailAddress(string address, object? name) => (Address, _name) = (address, name);

    /// <summary>The display name, encoded words decoded (RFC 2047); null if there is none.</summary>
    public string? DisplayName => _name is GroupedName grouped ? grouped.DisplayName : (string?)_name;

    /// <summary>
    /// Mailbox and host: <c>alice@example.org</c>. Only the mailbox if there is no host; empty for a group without
    /// members.
    /// </summary>
    public string Address { get; }

    /// <summary>The name of the group that contains the address; null outside of groups.</summary>
    public string? Group => (_name as GroupedName)?.Group;

    /// <summary>The part before the at sign; empty for a group without members.</summary>
    public string Mailbox => At < 0 ? Address : Address[..At];

    /// <summary>
    /// The part after the at sign; null if there is no host, or if the server made one up to say so
    /// (<c>MISSING_DOMAIN</c>).
    /// </summary>
    public string? Host => At < 0 ? null : Address[(At + 1)..];

    private int At => Address.LastIndexOf('@');

    /// <summary>The address in readable form: <c>Alice &lt;alice@example.org&gt;</c>.</summary>
    public override string ToString()
    {
        if (Address.Length == 0)
            return Group is null ? "" : $"{Group}:;";
        return string.IsNullOrEmpty(DisplayName) ? Address : $"{DisplayName} <{Address}>";
    }

    internal static EmailAddress Read(string address, string? displayName, string? group) =>
        new(address, NameOf(displayName, group));

    private static object? NameOf(string? displayName, string? group) =>
        group is null ? displayName : new GroupedName(displayName, group);

    private sealed record GroupedName(string? DisplayName, string Group);
}
