using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The capabilities that a server advertises (CAPABILITY, RFC 9051 §7.2.2): a set of names that ignores case.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<ImapCapabilities>))]
[CollectionBuilder(typeof(ImapCapabilities), nameof(Of))]
public sealed class ImapCapabilities
    : IReadOnlyCollection<string>, IEquatable<ImapCapabilities>, IJsonForm<ImapCapabilities>
{
    private readonly string[] _names;
    private readonly HashSet<string> _known;

    private ImapCapabilities(ReadOnlySpan<string> names)
    {
        _known = new(names.Length, StringComparer.OrdinalIgnoreCase);
        List<string> distinct = new(names.Length);
        foreach (string name in names)
        {
            if (_known.Add(name))
                distinct.Add(name);
        }

        _names = [.. distinct];
        AuthMechanisms = [.. ValuesOf("AUTH")];
    }

    /// <summary>No capabilities: the state before the server has advertised any.</summary>
    public static ImapCapabilities Empty { get; } = new([]);

    /// <summary>The number of advertised capabilities.</summary>
    public int Count => _names.Length;

    /// <summary>Whether there are no capabilities.</summary>
    public bool IsEmpty => _names.Length == 0;

    /// <summary>
    /// The SASL mechanisms that AUTHENTICATE accepts, in the server's order: <c>PLAIN</c> for <c>AUTH=PLAIN</c>.
    /// </summary>
    public IReadOnlyList<string> AuthMechanisms { get; }

    /// <summary>
    /// The largest message that APPEND accepts, in octets (RFC 7889); null if the server named none, or one per
    /// mailbox.
    /// </summary>
    public long? AppendLimit =>
        ValuesOf("APPENDLIMIT") is [var limit, ..]
        && long.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out long octets) ? octets : null;

    /// <summary>Creates a set of capabilities.</summary>
    public static ImapCapabilities Of(params ReadOnlySpan<string> names) => names.IsEmpty ? Empty : new(names);

    /// <summary>
    /// Whether the server advertises the capability, such as <c>IDLE</c> or <c>THREAD=REFERENCES</c>.
    /// </summary>
    public bool Contains(string name) => _known.Contains(name);

    /// <summary>
    /// Whether the server advertises the capability, or IMAP4rev2 that includes it (RFC 9051 appendix E).
    /// </summary>
    public bool Supports(string name) =>
        Contains(name) || (Contains("IMAP4rev2") && Imap4Rev2Extensions.Contains(name));

    /// <summary>Whether the server advertises the SASL mechanism, such as <c>PLAIN</c>.</summary>
    public bool ContainsAuth(string mechanism) => Contains("AUTH=" + mechanism);

    /// <summary>
    /// The values of a capability that has some, in the server's order: <c>REFERENCES</c> for <c>THREAD</c> if there is
    /// <c>THREAD=REFERENCES</c>.
    /// </summary>
    /// <param name="name">
    /// The part before the equals sign: <c>THREAD</c>, <c>RIGHTS</c>, <c>QUOTA</c>, <c>COMPRESS</c>, …
    /// </param>
    public IReadOnlyList<string> ValuesOf(string name)
    {
        List<string> values = new();
        foreach (string capability in _names)
        {
            if (capability.Length > name.Length && capability[name.Length] == '='
                && capability.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                values.Add(capability[(name.Length + 1)..]);
            }
        }

        return values;
    }

    /// <summary>Whether both contain the same capabilities.</summary>
    public static bool operator ==(ImapCapabilities? left, ImapCapabilities? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether they contain different capabilities.</summary>
    public static bool operator !=(ImapCapabilities? left, ImapCapabilities? right) => !(left == right);

    /// <summary>Enumerates the names in the server's order.</summary>
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
        int hash = 0;
        foreach (string name in _names)
            hash += StringComparer.OrdinalIgnoreCase.GetHashCode(name);
        return hash;
    }

    /// <summary>The names with spaces between them, in the server's order.</summary>
    public override string ToString() => string.Join(' ', _names);

    /// <summary>Reads the names after CAPABILITY, in a response or a response code. Never fails.</summary>
    internal static ImapCapabilities FromServer(ReadOnlySpan<byte> list)
    {
        List<string> names = new();
        foreach (Range range in list.SplitAny(" \t"u8))
        {
            // No capability contains parentheses or quotes: some servers put them around it.
            ReadOnlySpan<byte> name = list[range].Trim("()\""u8).TrimEnd(","u8);
            if (name.IsEmpty)
                continue;
            // A superfluous space, as in "LITERAL +".
            if (name is [(byte)'+'] && names.Count > 0)
                names[^1] += "+";
            else
                names.Add(WireText.Decode(name));
        }

        return Of([.. names]);
    }

    static JsonConverter<ImapCapabilities> IJsonForm<ImapCapabilities>.Form => new WordsJson<ImapCapabilities>(
        set => set, names => Of([.. names]));
}
