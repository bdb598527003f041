using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// What a server says that it can do (CAPABILITY, RFC 9051 §7.2.2): a set of names, compared without regard to case.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<ImapCapabilities>))]
[CollectionBuilder(typeof(ImapCapabilities), nameof(Of))]
public sealed class ImapCapabilities : IReadOnlyCollection<string>, IEquatable<ImapCapabilities>
{
    private readonly string[] _names;
    private readonly HashSet<string> _known;

    private ImapCapabilities(ReadOnlySpan<string> names)
    {
        _known = new(names.Length, StringComparer.OrdinalIgnoreCase);
        var distinct = new List<string>(names.Length);
        foreach (var name in names)
        {
            if (_known.Add(name)) distinct.Add(name);
        }

        _names = [.. distinct];
        AuthMechanisms = [.. ValuesOf("AUTH")];
    }

    /// <summary>No capabilities: what is known before the server said something.</summary>
    public static ImapCapabilities Empty { get; } = new([]);

    /// <summary>How many capabilities the server named.</summary>
    public int Count => _names.Length;

    /// <summary>Whether the server named none.</summary>
    public bool IsEmpty => _names.Length == 0;

    /// <summary>
    /// The SASL mechanisms that AUTHENTICATE takes, in the server's order: <c>PLAIN</c> for <c>AUTH=PLAIN</c>.
    /// </summary>
    public IReadOnlyList<string> AuthMechanisms { get; }

    /// <summary>
    /// The largest message that APPEND takes, in octets (RFC 7889); null when the server named none, or one for each
    /// mailbox.
    /// </summary>
    public long? AppendLimit =>
        ValuesOf("APPENDLIMIT") is [var limit, ..]
        && long.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var octets) ? octets : null;

    /// <summary>Makes a set of capabilities.</summary>
    public static ImapCapabilities Of(params ReadOnlySpan<string> names) => names.IsEmpty ? Empty : new(names);

    /// <summary>Whether the server named the capability, such as <c>IDLE</c> or <c>THREAD=REFERENCES</c>.</summary>
    public bool Has(string name) => _known.Contains(name);

    /// <summary>
    /// Whether the server named the capability, or IMAP4rev2, which it is a part of (RFC 9051 appendix E).
    /// </summary>
    public bool Supports(string name) => Has(name) || (Has("IMAP4rev2") && Imap4Rev2Extensions.Contains(name));

    /// <summary>Whether the server named the SASL mechanism, such as <c>PLAIN</c>.</summary>
    public bool HasAuth(string mechanism) => Has("AUTH=" + mechanism);

    /// <summary>
    /// The values of a capability that has some, in the server's order: <c>REFERENCES</c> for <c>THREAD</c> when there
    /// is <c>THREAD=REFERENCES</c>.
    /// </summary>
    /// <param name="name">
    /// What stands before the equals sign: <c>THREAD</c>, <c>RIGHTS</c>, <c>QUOTA</c>, <c>COMPRESS</c>, …
    /// </param>
    public IReadOnlyList<string> ValuesOf(string name)
    {
        var values = new List<string>();
        foreach (var capability in _names)
        {
            if (capability.Length > name.Length && capability[name.Length] == '='
                && capability.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                values.Add(capability[(name.Length + 1)..]);
        }

        return values;
    }

    /// <summary>Whether both name the same.</summary>
    public static bool operator ==(ImapCapabilities? left, ImapCapabilities? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ImapCapabilities? left, ImapCapabilities? right) => !(left == right);

    /// <summary>Walks the names, in the server's order.</summary>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ImapCapabilities? other) =>
        other is not null && (ReferenceEquals(this, other) || _known.SetEquals(other._known));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImapCapabilities);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var name in _names) hash += StringComparer.OrdinalIgnoreCase.GetHashCode(name);
        return hash;
    }

    /// <summary>The names with spaces between them, in the server's order.</summary>
    public override string ToString() => string.Join(' ', _names);

    /// <summary>Reads the names behind CAPABILITY, in a response or a response code. Never fails.</summary>
    internal static ImapCapabilities FromServer(ReadOnlySpan<byte> list)
    {
        var names = new List<string>();
        foreach (var range in list.SplitAny(" \t"u8))
        {
            // No capability has parentheses or quotes: some servers put them around.
            var name = list[range].Trim("()\""u8).TrimEnd(","u8);
            if (name.IsEmpty) continue;
            // A space too many, as in "LITERAL +".
            if (name is [(byte)'+'] && names.Count > 0) names[^1] += "+";
            else names.Add(WireText.Decode(name));
        }

        return Of([.. names]);
    }
}
