using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>Which octets are allowed where (RFC 9051 §9).</summary>
internal static class CharacterSets
{
    private const string AtomText =
        "!#$&'+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[^_`abcdefghijklmnopqrstuvwxyz|}~";

    /// <summary>ATOM-CHAR.</summary>
    public static SearchValues<byte> Atom { get; } = Of(AtomText);

    /// <summary>ASTRING-CHAR: an atom's, and "]".</summary>
    public static SearchValues<byte> AString { get; } = Of(AtomText + "]");

    /// <summary>list-char: an atom's, the wildcards, and "]".</summary>
    public static SearchValues<byte> ListPattern { get; } = Of(AtomText + "]%*");

    /// <summary>The characters of sequence sets.</summary>
    public static SearchValues<byte> SequenceSet { get; } = Of("0123456789:,*$");

    private static SearchValues<byte> Tag { get; } = Of((AtomText + "]").Replace("+", "", StringComparison.Ordinal));

    public static bool IsTag(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExcept(Tag) < 0;

    public static bool IsAtom(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExcept(Atom) < 0;

    private static SearchValues<byte> Of(string text) => SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(text));
}
