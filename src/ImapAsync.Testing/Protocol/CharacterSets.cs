using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>Which octets are allowed where (RFC 9051 §9).</summary>
internal static class CharacterSets
{
    /// <summary>ATOM-CHAR.</summary>
    public static SearchValues<byte> Atom => CharacterClasses.AtomOctets;

    /// <summary>ASTRING-CHAR: an atom's, and "]".</summary>
    public static SearchValues<byte> AString { get; } = CharacterClasses.Octets(CharacterClasses.Atom + "]");

    /// <summary>list-char: an atom's, the wildcards, and "]".</summary>
    public static SearchValues<byte> ListPattern { get; } = CharacterClasses.Octets(CharacterClasses.Atom + "]%*");

    /// <summary>The characters of sequence sets.</summary>
    public static SearchValues<byte> SequenceSet { get; } = CharacterClasses.Octets("0123456789:,*$");

    private static SearchValues<byte> Tag { get; } =
        CharacterClasses.Octets((CharacterClasses.Atom + "]").Replace("+", "", StringComparison.Ordinal));

    public static bool IsTag(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExcept(Tag) < 0;

    public static bool IsAtom(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExcept(Atom) < 0;
}
