using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The value of a metadata entry or an annotation: octets, usually of text (RFC 5464 §3.3). Text and octet arrays are
/// converted implicitly.
/// </summary>
public readonly struct MetadataValue : IEquatable<MetadataValue>
{
    /// <summary>Creates a value from octets.</summary>
    public MetadataValue(ReadOnlyMemory<byte> octets) => Octets = octets;

    /// <summary>The octets.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>The octets as text: UTF-8 or, failing that, Latin-1.</summary>
    public string Text => WireText.Decode(Octets.Span);

    /// <summary>Creates a value from text, in UTF-8.</summary>
    public static implicit operator MetadataValue(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Creates a value from octets.</summary>
    public static implicit operator MetadataValue(byte[] octets) => new(octets);

    /// <summary>Whether both have the same octets.</summary>
    public static bool operator ==(MetadataValue left, MetadataValue right) => left.Equals(right);

    /// <summary>Whether the octets differ.</summary>
    public static bool operator !=(MetadataValue left, MetadataValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(MetadataValue other) => Octets.Span.SequenceEqual(other.Octets.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MetadataValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(Octets.Span);
        return hash.ToHashCode();
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    internal static bool TryRead(ResponseValue written, ref Damage damage, out MetadataValue? value)
    {
        value = written.IsNilOrMissing || written.IsList
            ? (MetadataValue?)null
            : new MetadataValue(written.String.Bytes.ToArray());
        if (written.IsList)
            damage.Note("a string or NIL", written.Octets);
        return !written.IsList;
    }

    // value = nstring / literal8
    internal static void Write(CommandEncoder encoder, MetadataValue? value)
    {
        if (value is not { } present)
            encoder.Word("NIL"u8);
        else if (present.Octets.Span.Contains((byte)0))
            encoder.Literal(ImapLiteral.From(present.Octets), binary: true);
        else
            encoder.String(present.Octets.Span);
    }
}
