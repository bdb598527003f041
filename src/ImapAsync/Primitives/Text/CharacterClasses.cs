using System.Buffers;

namespace ImapAsync;

/// <summary>Which characters are allowed where (RFC 9051 §9), each class for text and for octets.</summary>
internal static class CharacterClasses
{
    /// <summary>
    /// ATOM-CHAR. <c>]</c>, which the grammar has in some atoms, is excluded: servers disagree on where it is allowed.
    /// </summary>
    public const string Atom =
        "!#$&'+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[^_`abcdefghijklmnopqrstuvwxyz|}~";

    private const string LineEnds = "\r\n\0";

    /// <inheritdoc cref="Atom"/>
    public static SearchValues<char> AtomChars { get; } = SearchValues.Create(Atom);

    /// <inheritdoc cref="Atom"/>
    public static SearchValues<byte> AtomOctets { get; } = Octets(Atom);

    /// <summary>CR, LF and NUL, which are allowed neither in a line nor in a quoted string.</summary>
    public static SearchValues<char> NeverInLines { get; } = SearchValues.Create(LineEnds);

    /// <inheritdoc cref="NeverInLines"/>
    public static SearchValues<byte> NeverInLineOctets { get; } = Octets(LineEnds);

    /// <summary>A custom class of ASCII characters.</summary>
    public static SearchValues<byte> Octets(string characters) =>
        SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(characters));
}
