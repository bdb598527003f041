using System.Text;
using static ImapAsync.StringPrepTables;

namespace ImapAsync;

/// <summary>
/// SASLprep (RFC 4013): the canonical form of a user name or password, which both sides hash. Code points unassigned in
/// Unicode 3.2 are let through, as in a query string (RFC 3454 §7): the server judges a password with newer characters.
/// </summary>
internal static class SaslPrep
{
    /// <summary>Prepares a text.</summary>
    /// <exception cref="ArgumentException">It cannot be prepared. The message never shows the text.</exception>
    public static string Prepare(string text, string parameter)
    {
        string? problem = TryPrepare(text, out string? prepared);
        return problem is null ? prepared : throw new ArgumentException($"{parameter} {problem}.", parameter);
    }

    /// <summary>Prepares a text, or returns what is wrong with it as the second half of a sentence.</summary>
    public static string? TryPrepare(string text, out string prepared)
    {
        prepared = text;
        if (StringPrep.IsPlainAscii(text))
            return text.Length == 0 ? "is empty" : null;

        if (Nfkc.Normalize(Map(text)) is not { } normalized)
        {
            return "has characters whose normal form (NFKC, RFC 4013 §2.2) is not available in this process because "
                + "it runs with InvariantGlobalization: turn that off, or supply the text in normal form";
        }

        prepared = normalized;
        return Judge(normalized);
    }

    /// <summary>RFC 4013 §2.1.</summary>
    private static string Map(string text)
    {
        StringBuilder mapped = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Contains(NonAsciiSpaces, rune.Value))
                mapped.Append(' ');
            else if (!Contains(MappedToNothing, rune.Value))
                mapped.Append(rune);
        }

        return mapped.ToString();
    }

    private static string? Judge(string text)
    {
        if (text.Length == 0)
            return "is empty once the characters that are mapped to nothing (RFC 4013 §2.1) are removed";
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsProhibited(rune))
                return "has a character that SASLprep prohibits (RFC 4013 §2.3), such as a control character";
        }

        return StringPrep.IsBidirectionallySound(text)
            ? null
            : "mixes right-to-left and left-to-right characters in a way that SASLprep prohibits (RFC 4013 §2.4)";
    }

    private static bool IsProhibited(Rune rune)
        => StringPrep.IsNeverText(rune)
            || Contains(NonAsciiSpaces, rune.Value)
            || rune.Value is >= 0x2FF0 and <= 0x2FFB; // Table C.7
}
