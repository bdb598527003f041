using System.Buffers;
using System.Text;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A message flag (RFC 9051 §2.3.2): a system flag such as <c>\Seen</c>, or a keyword such as <c>$Forwarded</c> or one
/// of your own. Comparison ignores case.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<Flag>))]
public readonly struct Flag : IEquatable<Flag>, IJsonForm<Flag>
{
    private readonly string? _name;

    /// <summary>Creates a flag from its name.</summary>
    /// <param name="name">
    /// A keyword (an IMAP atom: printable ASCII without space, <c>( ) { % * " \ ]</c>), or a backslash and a keyword.
    /// </param>
    /// <exception cref="ArgumentException">No server would accept the name.</exception>
    public Flag(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        FlagSyntax.Require(name);
        _name = name;
    }

    private Flag(string name, FlagSyntax.Unchecked _) => _name = name;

    /// <summary><c>\Seen</c>: the message has been read.</summary>
    public static Flag Seen { get; } = new(@"\Seen");

    /// <summary><c>\Answered</c>: the message has been answered.</summary>
    public static Flag Answered { get; } = new(@"\Answered");

    /// <summary><c>\Flagged</c>: the message needs attention.</summary>
    public static Flag Flagged { get; } = new(@"\Flagged");

    /// <summary><c>\Deleted</c>: EXPUNGE will remove the message.</summary>
    public static Flag Deleted { get; } = new(@"\Deleted");

    /// <summary><c>\Draft</c>: the message is not finished.</summary>
    public static Flag Draft { get; } = new(@"\Draft");

    /// <summary>
    /// <c>\Recent</c>: no session saw the message before this one. Servers set it, clients cannot; IMAP4rev2 does not
    /// have it.
    /// </summary>
    public static Flag Recent { get; } = new(@"\Recent");

    /// <summary>
    /// <c>\*</c> in PERMANENTFLAGS: new keywords can be created by storing them (RFC 9051 §7.1). It cannot be stored
    /// itself.
    /// </summary>
    public static Flag Any { get; } = FromServer(@"\*");

    /// <summary><c>$Forwarded</c>: the message has been forwarded.</summary>
    public static Flag Forwarded { get; } = new("$Forwarded");

    /// <summary><c>$MDNSent</c>: a disposition notification has been sent, or must not be (RFC 3503).</summary>
    public static Flag MdnSent { get; } = new("$MDNSent");

    /// <summary><c>$Junk</c>: the user marked it as junk.</summary>
    public static Flag Junk { get; } = new("$Junk");

    /// <summary><c>$NotJunk</c>: the user marked it as not junk.</summary>
    public static Flag NotJunk { get; } = new("$NotJunk");

    /// <summary><c>$Phishing</c>: the message may be an attempt to deceive its reader.</summary>
    public static Flag Phishing { get; } = new("$Phishing");

    /// <summary><c>$Important</c>: the message is likely to matter to the user (RFC 8457).</summary>
    public static Flag Important { get; } = new("$Important");

    /// <summary><c>$SubmitPending</c>: the message waits to be submitted (RFC 5550).</summary>
    public static Flag SubmitPending { get; } = new("$SubmitPending");

    /// <summary><c>$Submitted</c>: the message has been, or is being submitted (RFC 5550).</summary>
    public static Flag Submitted { get; } = new("$Submitted");

    /// <summary><c>$HasAttachment</c>: the message has an attachment (RFC 9979).</summary>
    public static Flag HasAttachment { get; } = new("$HasAttachment");

    /// <summary><c>$HasNoAttachment</c>: the message has no attachment (RFC 9979).</summary>
    public static Flag HasNoAttachment { get; } = new("$HasNoAttachment");

    /// <summary>
    /// <c>$MailFlagBit0</c>: the lowest bit of the colour of a message with <see cref="Flagged"/> (RFC 9979). The three
    /// bits are a number: 0 is red (no bit is set), 1 orange, 2 yellow, 3 green, 4 blue, 5 purple, 6 grey.
    /// </summary>
    public static Flag MailFlagBit0 { get; } = new("$MailFlagBit0");

    /// <summary>
    /// <c>$MailFlagBit1</c>: the second bit of the colour; see <see cref="MailFlagBit0"/> (RFC 9979).
    /// </summary>
    public static Flag MailFlagBit1 { get; } = new("$MailFlagBit1");

    /// <summary>
    /// <c>$MailFlagBit2</c>: the third bit of the colour; see <see cref="MailFlagBit0"/> (RFC 9979).
    /// </summary>
    public static Flag MailFlagBit2 { get; } = new("$MailFlagBit2");

    /// <summary>The name, in the case in which it was sent or written; empty only in <c>default</c>.</summary>
    public string Name => _name ?? "";

    /// <summary>Whether it begins with a backslash, like all flags with a meaning defined by RFCs.</summary>
    public bool IsSystem => _name is ['\\', ..];

    /// <inheritdoc cref="Flag(string)"/>
    public static implicit operator Flag(string name) => new(name);

    /// <summary>Both flags: <c>Flag.Seen | Flag.Flagged</c>.</summary>
    public static FlagSet operator |(Flag left, Flag right) => FlagSet.Of(left, right);

    /// <summary>Compares ignoring case.</summary>
    public static bool operator ==(Flag left, Flag right) => left.Equals(right);

    /// <summary>Compares ignoring case.</summary>
    public static bool operator !=(Flag left, Flag right) => !left.Equals(right);

    /// <summary>Whether it has this name, ignoring case. A text that is not a valid name is not an error.</summary>
    public static bool operator ==(Flag left, string? right) =>
        right is not null && string.Equals(left.Name, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it has another name.</summary>
    public static bool operator !=(Flag left, string? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Flag other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Flag other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    // Whatever a server calls a flag is a flag.
    internal static Flag FromServer(string name) => new(name, default(FlagSyntax.Unchecked));

    internal static Flag FromServer(ReadOnlySpan<byte> name) => FromServer(Known.Words.ToText(name));

    /// <summary>Writes the name as an argument.</summary>
    /// <exception cref="InvalidOperationException">
    /// The flag came from a server, or is <c>default</c>, and its name cannot be sent.
    /// </exception>
    internal void WriteTo(IBufferWriter<byte> output)
    {
        if (!FlagSyntax.IsSendable(Name))
        {
            throw new InvalidOperationException(
                $"The flag \"{Name}\" cannot be sent: no server accepts such a name. Leave it out.");
        }

        output.Advance(Encoding.UTF8.GetBytes(Name, output.GetSpan(Encoding.UTF8.GetMaxByteCount(Name.Length))));
    }

    // Created when the first flag is read, not when the first is named.
    private static class Known
    {
        public static KnownWords Words { get; } = new(
            Seen.Name, Answered.Name, Flagged.Name, Deleted.Name, Draft.Name, Recent.Name, Any.Name, Forwarded.Name,
            MdnSent.Name, Junk.Name, NotJunk.Name, Phishing.Name, Important.Name, SubmitPending.Name,
            Submitted.Name, "Junk", "NonJunk", "Forwarded", "$label1", "$label2", "$label3", "$label4", "$label5",
            HasAttachment.Name, HasNoAttachment.Name, MailFlagBit0.Name, MailFlagBit1.Name, MailFlagBit2.Name);
    }

    // What a server sent may not be sendable, but is a value nevertheless.
    static JsonConverter<Flag> IJsonForm<Flag>.Form => new TextJson<Flag>(flag => flag.Name, FromServer);
}
