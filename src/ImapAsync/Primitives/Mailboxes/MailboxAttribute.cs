using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// An attribute of a mailbox in LIST (RFC 9051 §7.3.1), such as <c>\Noselect</c>, <c>\HasChildren</c> or the special
/// use <c>\Sent</c>. Comparison ignores case.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<MailboxAttribute>))]
public readonly struct MailboxAttribute : IEquatable<MailboxAttribute>, IJsonForm<MailboxAttribute>
{
    private readonly string? _name;

    /// <summary>Creates an attribute from its name.</summary>
    /// <param name="name">A backslash and an IMAP atom, such as <c>\Sent</c>.</param>
    /// <exception cref="ArgumentException">The name is not a backslash and an atom.</exception>
    public MailboxAttribute(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        FlagSyntax.RequireAttribute(name);
        _name = name;
    }

    private MailboxAttribute(string name, FlagSyntax.Unchecked _) => _name = name;

    /// <summary><c>\Noselect</c>: the name is only a level of the hierarchy; it cannot be selected.</summary>
    public static MailboxAttribute NoSelect { get; } = new(@"\Noselect");

    /// <summary><c>\NonExistent</c>: there is no mailbox with this name; it implies <see cref="NoSelect"/>.</summary>
    public static MailboxAttribute NonExistent { get; } = new(@"\NonExistent");

    /// <summary><c>\Noinferiors</c>: no mailbox can be created below it.</summary>
    public static MailboxAttribute NoInferiors { get; } = new(@"\Noinferiors");

    /// <summary><c>\HasChildren</c>: there are mailboxes below it.</summary>
    public static MailboxAttribute HasChildren { get; } = new(@"\HasChildren");

    /// <summary><c>\HasNoChildren</c>: there are no mailboxes below it.</summary>
    public static MailboxAttribute HasNoChildren { get; } = new(@"\HasNoChildren");

    /// <summary><c>\Marked</c>: the server considers it interesting, for example because of new messages.</summary>
    public static MailboxAttribute Marked { get; } = new(@"\Marked");

    /// <summary><c>\Unmarked</c>: nothing is new in it.</summary>
    public static MailboxAttribute Unmarked { get; } = new(@"\Unmarked");

    /// <summary><c>\Subscribed</c>: the user subscribed to it.</summary>
    public static MailboxAttribute Subscribed { get; } = new(@"\Subscribed");

    /// <summary><c>\Remote</c>: it is on another server.</summary>
    public static MailboxAttribute Remote { get; } = new(@"\Remote");

    /// <summary><c>\All</c>: it shows all messages (RFC 6154).</summary>
    public static MailboxAttribute All { get; } = new(@"\All");

    /// <summary><c>\Archive</c>: for archived messages (RFC 6154).</summary>
    public static MailboxAttribute Archive { get; } = new(@"\Archive");

    /// <summary><c>\Drafts</c>: for messages that are not finished (RFC 6154).</summary>
    public static MailboxAttribute Drafts { get; } = new(@"\Drafts");

    /// <summary><c>\Flagged</c>: it shows all messages with <c>\Flagged</c> (RFC 6154).</summary>
    public static MailboxAttribute Flagged { get; } = new(@"\Flagged");

    /// <summary><c>\Important</c>: it shows messages likely to matter to the user (RFC 8457).</summary>
    public static MailboxAttribute Important { get; } = new(@"\Important");

    /// <summary><c>\Junk</c>: for junk mail (RFC 6154).</summary>
    public static MailboxAttribute Junk { get; } = new(@"\Junk");

    /// <summary><c>\Memos</c>: for memos that the user wrote (RFC 9979).</summary>
    public static MailboxAttribute Memos { get; } = new(@"\Memos");

    /// <summary><c>\Scheduled</c>: for messages to be sent at a later time (RFC 9979).</summary>
    public static MailboxAttribute Scheduled { get; } = new(@"\Scheduled");

    /// <summary><c>\Sent</c>: for copies of sent messages (RFC 6154).</summary>
    public static MailboxAttribute Sent { get; } = new(@"\Sent");

    /// <summary><c>\Snoozed</c>: for messages that return to INBOX at a later time (RFC 9979).</summary>
    public static MailboxAttribute Snoozed { get; } = new(@"\Snoozed");

    /// <summary><c>\Trash</c>: for deleted messages (RFC 6154).</summary>
    public static MailboxAttribute Trash { get; } = new(@"\Trash");

    /// <summary>The name, in the case in which it was sent or written; empty only in <c>default</c>.</summary>
    public string Name => _name ?? "";

    /// <summary>Whether it says what the mailbox is for (RFC 6154, RFC 8457, RFC 9979).</summary>
    public bool IsSpecialUse =>
        this == All || this == Archive || this == Drafts || this == Flagged || this == Important || this == Junk
        || this == Memos || this == Scheduled || this == Sent || this == Snoozed || this == Trash;

    /// <inheritdoc cref="MailboxAttribute(string)"/>
    public static implicit operator MailboxAttribute(string name) => new(name);

    /// <summary>Compares ignoring case.</summary>
    public static bool operator ==(MailboxAttribute left, MailboxAttribute right) => left.Equals(right);

    /// <summary>Compares ignoring case.</summary>
    public static bool operator !=(MailboxAttribute left, MailboxAttribute right) => !left.Equals(right);

    /// <summary>Whether it has this name, ignoring case. A text that is not a valid name is not an error.</summary>
    public static bool operator ==(MailboxAttribute left, string? right) =>
        right is not null && string.Equals(left.Name, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it has another name.</summary>
    public static bool operator !=(MailboxAttribute left, string? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(MailboxAttribute other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MailboxAttribute other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    // Whatever a server calls an attribute is one.
    internal static MailboxAttribute FromServer(string name) => new(name, default(FlagSyntax.Unchecked));

    internal static MailboxAttribute FromServer(ReadOnlySpan<byte> name) =>
        FromServer(Known.Words.ToText(name));

    // Created when the first attribute is read, not when the first is named.
    private static class Known
    {
        public static KnownWords Words { get; } = new(
            NoSelect.Name, NonExistent.Name, NoInferiors.Name, HasChildren.Name, HasNoChildren.Name, Marked.Name,
            Unmarked.Name, Subscribed.Name, Remote.Name, All.Name, Archive.Name, Drafts.Name, Flagged.Name,
            Important.Name, Junk.Name, Memos.Name, Scheduled.Name, Sent.Name, Snoozed.Name, Trash.Name, @"\NoSelect",
            @"\NoInferiors", @"\UnMarked");
    }

    // What a server sent may not be sendable, but is a value nevertheless.
    static JsonConverter<MailboxAttribute> IJsonForm<MailboxAttribute>.Form => new TextJson<MailboxAttribute>(
        attribute => attribute.Name, FromServer);
}
