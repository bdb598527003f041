using System.Collections;

namespace ImapAsync;

/// <summary>
/// The header of a message or part, as returned by <c>BODY[HEADER]</c>, <c>BODY[HEADER.FIELDS (…)]</c> or
/// <c>BODY[n.MIME]</c> (RFC 9051 §6.4.5): fields in their order. It stores only the octets: each look-up scans them and
/// decodes what it finds. Lines that end in LF alone, mbox "From " lines and lines that are not fields are tolerated.
/// </summary>
public sealed class MailHeaders : IEnumerable<MailHeaderField>
{
    private MailHeaders(ReadOnlyMemory<byte> octets) => Octets = octets;

    /// <summary>An empty header.</summary>
    public static MailHeaders Empty { get; } = new(default);

    /// <summary>The parsed octets, for use with a MIME library or a signature check.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>
    /// The decoded value of the first field with this name, ignoring case: <c>headers["List-Id"]</c>; null if there is
    /// none.
    /// </summary>
    public string? this[string name] => Get(name);

    /// <summary>
    /// Parses a header up to its empty line, or to the end of <paramref name="octets"/>, which must not change
    /// afterwards. Never fails.
    /// </summary>
    public static MailHeaders Parse(ReadOnlyMemory<byte> octets) => octets.IsEmpty ? Empty : new MailHeaders(octets);

    /// <summary>The decoded value of the first field with this name, ignoring case; null if there is none.</summary>
    public string? Get(string name) => TryGetField(name, out MailHeaderField field) ? field.Value : null;

    /// <summary>
    /// The decoded values of all fields with this name, ignoring case, in their order; empty if there are none.
    /// </summary>
    public IReadOnlyList<string> GetAll(string name)
    {
        List<string>? values = null;
        MailHeaderReader reader = new(Octets.Span, 0);
        while (reader.TryRead())
        {
            if (IsNamed(reader.Name, name))
                (values ??= []).Add(reader.Field(Octets).Value);
        }

        return values ?? (IReadOnlyList<string>)[];
    }

    /// <summary>The first field with this name, ignoring case, for access to its raw octets.</summary>
    public bool TryGetField(string name, out MailHeaderField field)
    {
        MailHeaderReader reader = new(Octets.Span, 0);
        while (reader.TryRead())
        {
            if (!IsNamed(reader.Name, name))
                continue;
            field = reader.Field(Octets);
            return true;
        }

        field = default;
        return false;
    }

    // A name has no octets above 127 (RFC 5322 §2.2); one that does is found by its decoded name.
    private static bool IsNamed(ReadOnlySpan<byte> octets, string name) =>
        System.Text.Ascii.EqualsIgnoreCase(octets, name)
        || (!System.Text.Ascii.IsValid(octets)
            && System.Text.Encoding.Latin1.GetString(octets).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Enumerates the fields in their order.</summary>
    public Enumerator GetEnumerator() => new(Octets);

    IEnumerator<MailHeaderField> IEnumerable<MailHeaderField>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates the fields of a header without allocating.</summary>
    public struct Enumerator : IEnumerator<MailHeaderField>
    {
        private readonly ReadOnlyMemory<byte> _octets;
        private int _position;
        private MailHeaderField _current;

        internal Enumerator(ReadOnlyMemory<byte> octets) => _octets = octets;

        /// <inheritdoc/>
        public readonly MailHeaderField Current => _current;

        readonly object IEnumerator.Current => _current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            MailHeaderReader reader = new(_octets.Span, _position);
            bool found = reader.TryRead();
            _position = reader.Position;
            _current = found ? reader.Field(_octets) : default;
            return found;
        }

        /// <inheritdoc/>
        public void Reset() => _position = 0;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
            // Nothing to dispose.
        }
    }
}
