using System.Buffers;
using System.Text;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The name of a mailbox, as text; the connection encodes it. INBOX ignores case (RFC 9051 §5.1); all other names are
/// compared exactly. A name that a server sent in an invalid encoding keeps its octets, so that the mailbox can still
/// be opened.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<MailboxName>))]
public readonly struct MailboxName : IEquatable<MailboxName>, IJsonForm<MailboxName>
{
    private readonly string? _value;
    private readonly byte[]? _raw;

    /// <summary>Creates a mailbox name.</summary>
    /// <param name="value">
    /// Unicode text, with levels separated by the server's delimiter; empty only where a command allows an empty name,
    /// such as the reference of LIST.
    /// </param>
    /// <exception cref="ArgumentException">The name contains NUL, CR, LF or half a surrogate pair.</exception>
    public MailboxName(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        int bad = value.AsSpan().IndexOfAny(CharacterClasses.NeverInLines);
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"Remove U+{(int)value[bad]:X4} at index {bad}: no mailbox name can contain NUL, CR or LF.",
                nameof(value));
        }

        ModifiedUtf7.RequireWellFormed(value, nameof(value));
        _value = value;
    }

    private MailboxName(string value, byte[]? raw)
    {
        _value = value;
        _raw = raw;
    }

    /// <summary>INBOX: the mailbox in which messages for the user arrive.</summary>
    public static MailboxName Inbox { get; } = new("INBOX");

    /// <summary>The name as text; empty in <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>The octets of a name that a server sent in an invalid encoding; null for any other name.</summary>
    internal byte[]? Octets => _raw;

    /// <summary>Whether it is INBOX, ignoring case.</summary>
    public bool IsInbox => Value.Equals("INBOX", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc cref="MailboxName(string)"/>
    public static implicit operator MailboxName(string value) => new(value);

    /// <summary>Whether both name the same mailbox.</summary>
    public static bool operator ==(MailboxName left, MailboxName right) => left.Equals(right);

    /// <summary>Whether they name different mailboxes.</summary>
    public static bool operator !=(MailboxName left, MailboxName right) => !left.Equals(right);

    /// <summary>Whether it is the mailbox with this name. A text that is not a valid name is not an error.</summary>
    public static bool operator ==(MailboxName left, string? right) =>
        right is not null && left.Equals(new MailboxName(right, raw: null));

    /// <summary>Whether it is a mailbox with another name.</summary>
    public static bool operator !=(MailboxName left, string? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(MailboxName other) =>
        (Value == other.Value && _raw.AsSpan().SequenceEqual(other._raw)) || (IsInbox && other.IsInbox);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MailboxName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsInbox ? 1 : Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name as text.</summary>
    public override string ToString() => Value;

    /// <summary>Creates a name from a server's octets. Never fails.</summary>
    /// <param name="octets">The name, unquoted.</param>
    /// <param name="utf8">Whether names are in UTF-8: after ENABLE of IMAP4rev2 or UTF8=ACCEPT.</param>
    internal static MailboxName FromServer(ReadOnlySpan<byte> octets, bool utf8)
    {
        if (octets.IndexOfAnyExcept(ModifiedUtf7.StandForThemselves) < 0)
            return new(Encoding.ASCII.GetString(octets), raw: null);
        string text = utf8 || !ModifiedUtf7.TryDecode(octets, out string? decoded) ? WireText.Decode(octets) : decoded;
        return new(text, IsWrittenAs(text, octets, utf8) ? null : octets.ToArray());
    }

    /// <summary>The maximum number of octets that <see cref="Encode(Span{byte}, bool)"/> may need.</summary>
    internal int GetMaxByteCount(bool utf8) =>
        Math.Max(
            _raw?.Length ?? 0,
            utf8 ? Encoding.UTF8.GetMaxByteCount(Value.Length) : ModifiedUtf7.GetMaxByteCount(Value.Length));

    /// <summary>
    /// Writes the octets of the name, neither quoted nor checked for what a quoted string can contain.
    /// </summary>
    internal int Encode(Span<byte> destination, bool utf8)
    {
        // ASCII octets that are not canonical modified UTF-7 have no other meaning in UTF-8; others always stood only
        // for themselves.
        if (_raw is null || (utf8 && System.Text.Ascii.IsValid(_raw)))
            return Encode(Value, destination, utf8);
        _raw.CopyTo(destination);
        return _raw.Length;
    }

    private static int Encode(string text, Span<byte> destination, bool utf8) =>
        utf8 ? Encoding.UTF8.GetBytes(text, destination) : ModifiedUtf7.Encode(text, destination);

    private static bool IsWrittenAs(string text, ReadOnlySpan<byte> octets, bool utf8)
    {
        int needed = utf8 ? Encoding.UTF8.GetMaxByteCount(text.Length) : ModifiedUtf7.GetMaxByteCount(text.Length);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(needed);
        bool same = buffer.AsSpan(0, Encode(text, buffer, utf8)).SequenceEqual(octets);
        ArrayPool<byte>.Shared.Return(buffer);
        return same;
    }

    static JsonConverter<MailboxName> IJsonForm<MailboxName>.Form => new TextJson<MailboxName>(
        MailboxNameText.Format, MailboxNameText.Parse);
}
