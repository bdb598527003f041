using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>The media type of a part (RFC 2045 §5): <c>text/plain; charset=utf-8</c>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct ContentType : IEquatable<ContentType>
{
    private readonly string? _type;
    private readonly string? _subtype;

    // The parameters, or the part that reads them on access.
    private readonly object? _parameters;

    /// <summary>Creates a media type.</summary>
    /// <param name="type">The top-level type, such as <c>text</c>; kept in lower case.</param>
    /// <param name="subtype">The subtype, such as <c>plain</c>; kept in lower case.</param>
    /// <param name="parameters">The parameters, if there are any.</param>
    public ContentType(string type, string subtype, MimeParameters? parameters = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(subtype);
        _type = type.ToLowerInvariant();
        _subtype = subtype.ToLowerInvariant();
        _parameters = parameters;
    }

    internal ContentType(string type, string subtype, IMimeParameterSource part)
    {
        _type = type;
        _subtype = subtype;
        _parameters = part;
    }

    /// <summary>The top-level type in lower case, such as <c>text</c>.</summary>
    public string Type => _type ?? "text";

    /// <summary>The subtype in lower case, such as <c>plain</c>.</summary>
    public string Subtype => _subtype ?? "plain";

    /// <summary>The parameters, decoded (RFC 2231).</summary>
    public MimeParameters Parameters =>
        (_parameters as IMimeParameterSource)?.Parameters ?? _parameters as MimeParameters ?? MimeParameters.Empty;

    /// <summary>The charset of a text; null if not specified.</summary>
    public string? Charset => Parameters.TryGetValue("charset", out string? charset) ? charset : null;

    /// <summary>Whether both are the same media type; parameters are ignored.</summary>
    public static bool operator ==(ContentType left, ContentType right) => left.Equals(right);

    /// <summary>Whether they are different media types; parameters are ignored.</summary>
    public static bool operator !=(ContentType left, ContentType right) => !left.Equals(right);

    /// <summary>
    /// Whether this is the given media type, ignoring case: <c>application/pdf</c>, or <c>image/*</c> for every
    /// subtype.
    /// </summary>
    public bool Is(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        ReadOnlySpan<char> wanted = mediaType;
        int slash = wanted.IndexOf('/');
        if (slash < 0 || !wanted[..slash].Equals(Type, StringComparison.OrdinalIgnoreCase))
            return false;
        ReadOnlySpan<char> subtype = wanted[(slash + 1)..];
        return subtype is "*" || subtype.Equals(Subtype, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether both are the same media type; parameters are ignored.</summary>
    public bool Equals(ContentType other) => Type == other.Type && Subtype == other.Subtype;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ContentType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Subtype);

    /// <summary>The media type without its parameters: <c>text/plain</c>.</summary>
    public override string ToString() => $"{Type}/{Subtype}";
}
