namespace ImapAsync;

/// <summary>
/// The machine-readable part of a status response, such as <c>[UIDNEXT 4392]</c> or <c>[TRYCREATE]</c> (RFC 9051 §7.1,
/// RFC 5530).
/// </summary>
public sealed class ResponseCode
{
    /// <summary>Creates a code, for tests.</summary>
    /// <param name="name">The code's name, such as <c>TRYCREATE</c>; kept in upper case.</param>
    /// <param name="arguments">The octets after the name, without the space before and the bracket after them.</param>
    public ResponseCode(string name, ReadOnlyMemory<byte> arguments = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name.ToUpperInvariant();
        Arguments = arguments;
    }

    /// <summary>The code's name in upper case, such as <c>TRYCREATE</c>.</summary>
    public string Name { get; }

    /// <summary>The octets after the name, as the server sent them; empty for most codes.</summary>
    public ReadOnlyMemory<byte> Arguments { get; }

    /// <summary>Whether this is the code with this name, ignoring case.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The code as the server sent it, in its brackets.</summary>
    public override string ToString() =>
        (Arguments.IsEmpty ? $"[{Name}" : $"[{Name} {WireText.Decode(Arguments.Span)}") + (IsUnclosed ? "" : "]");

    /// <summary>
    /// Whether its closing bracket is missing: then its arguments may be truncated, or include what follows.
    /// </summary>
    internal bool IsUnclosed { get; init; }

    /// <summary>Whether it is the code with this name, and its arguments are reliable.</summary>
    internal bool IsWhole(string name) => !IsUnclosed && Is(name);
}
