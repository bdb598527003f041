using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The attributes of one mailbox in LIST (RFC 9051 §7.3.1), in the server's order: <c>[MailboxAttribute.HasChildren,
/// MailboxAttribute.Sent]</c>.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<MailboxAttributes>))]
[CollectionBuilder(typeof(MailboxAttributes), nameof(Of))]
public sealed class MailboxAttributes
    : IReadOnlyCollection<MailboxAttribute>, IEquatable<MailboxAttributes>, IJsonForm<MailboxAttributes>
{
    private readonly MailboxAttribute[] _attributes;

    private MailboxAttributes(MailboxAttribute[] attributes) => _attributes = attributes;

    /// <summary>An empty set.</summary>
    public static MailboxAttributes Empty { get; } = new([]);

    /// <summary>The number of attributes.</summary>
    public int Count => _attributes.Length;

    /// <summary>
    /// Whether a mailbox with this name can be selected: neither <c>\Noselect</c> nor <c>\NonExistent</c>.
    /// </summary>
    public bool IsSelectable => !Contains(MailboxAttribute.NoSelect) && !Contains(MailboxAttribute.NonExistent);

    /// <summary>
    /// What the mailbox is for, such as <c>\Sent</c> (RFC 6154, RFC 8457): the first such attribute, or null if there
    /// is none.
    /// </summary>
    public MailboxAttribute? SpecialUse
    {
        get
        {
            foreach (MailboxAttribute attribute in _attributes)
            {
                if (attribute.IsSpecialUse)
                    return attribute;
            }

            return null;
        }
    }

    /// <summary>Creates a set of attributes. An attribute that is given twice counts once.</summary>
    public static MailboxAttributes Of(params ReadOnlySpan<MailboxAttribute> attributes)
    {
        if (attributes.IsEmpty)
            return Empty;
        MailboxAttribute[] all = attributes.ToArray();
        return new(HasTwins(all) ? [.. all.Distinct()] : all);
    }

    /// <summary>Whether the attribute is in the set, ignoring case.</summary>
    public bool Contains(MailboxAttribute attribute) => Array.IndexOf(_attributes, attribute) >= 0;

    /// <inheritdoc/>
    public IEnumerator<MailboxAttribute> GetEnumerator() =>
        ((IEnumerable<MailboxAttribute>)_attributes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both contain the same attributes, ignoring order and case.</summary>
    public bool Equals(MailboxAttributes? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _attributes.Length == other._attributes.Length
            && _attributes.ToHashSet().SetEquals(other._attributes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MailboxAttributes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // The order must not matter.
        int hash = 0;
        foreach (MailboxAttribute attribute in _attributes)
            hash += attribute.GetHashCode();
        return hash;
    }

    // A few are compared with each other, which allocates nothing; a long list from a server takes no quadratic time.
    private static bool HasTwins(MailboxAttribute[] attributes)
    {
        const int Few = 16;
        if (attributes.Length > Few)
            return true;
        for (int i = 1; i < attributes.Length; i++)
        {
            if (Array.IndexOf(attributes, attributes[i], 0, i) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>The attributes as IMAP writes them: <c>(\HasNoChildren \Sent)</c>.</summary>
    public override string ToString() => $"({string.Join(' ', _attributes)})";

    static JsonConverter<MailboxAttributes> IJsonForm<MailboxAttributes>.Form => new WordsJson<MailboxAttributes>(
        set => set.Select(attribute => attribute.Name),
        names => Of([.. names.Select(MailboxAttribute.FromServer)]));
}
