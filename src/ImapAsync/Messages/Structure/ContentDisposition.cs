using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>How a part is meant to be presented (RFC 2183): <c>attachment; filename=report.pdf</c>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct ContentDisposition : IEquatable<ContentDisposition>
{
    private readonly string? _type;

    // The parameters, or the part that reads them on access.
    private readonly object? _parameters;

    /// <summary>Creates a disposition.</summary>
    /// <param name="type">The type, such as <c>attachment</c>; kept in lower case.</param>
    /// <param name="parameters">The parameters, if there are any.</param>
    public ContentDisposition(string type, MimeParameters? parameters = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        _type = type.ToLowerInvariant();
        _parameters = parameters;
    }

    internal ContentDisposition(string type, IMimeParameterSource part)
    {
        _type = type;
        _parameters = part;
    }

    /// <summary>The type in lower case: <c>attachment</c>, <c>inline</c>, or another.</summary>
    public string Type => _type ?? "inline";

    /// <summary>Whether the part is to be presented separately from the message.</summary>
    public bool IsAttachment => Type == "attachment";

    /// <summary>The parameters, decoded (RFC 2231).</summary>
    public MimeParameters Parameters =>
        (_parameters as IMimeParameterSource)?.DispositionParameters ?? _parameters as MimeParameters
        ?? MimeParameters.Empty;

    /// <summary>The file name that the sender proposed, never to be trusted as a path; null if there is none.</summary>
    public string? FileName => Parameters.FileName("filename");

    /// <summary>Whether both have the same type; parameters are ignored.</summary>
    public static bool operator ==(ContentDisposition left, ContentDisposition right) => left.Equals(right);

    /// <summary>Whether they have different types; parameters are ignored.</summary>
    public static bool operator !=(ContentDisposition left, ContentDisposition right) => !left.Equals(right);

    /// <summary>Whether both have the same type; parameters are ignored.</summary>
    public bool Equals(ContentDisposition other) => Type == other.Type;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ContentDisposition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Type);

    /// <summary>The type without its parameters: <c>attachment</c>.</summary>
    public override string ToString() => Type;
}
