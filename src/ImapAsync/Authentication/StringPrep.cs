using System.Text;
using static ImapAsync.StringPrepTables;

namespace ImapAsync;

/// <summary>The checks that the profiles SASLprep (RFC 4013) and trace (RFC 4505 §3) share.</summary>
internal static class StringPrep
{
    /// <summary>Whether every character is printable ASCII, which no profile changes.</summary>
    public static bool IsPlainAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>
    /// Whether a character is never valid in text: control, private use, non-character, tag, change of direction.
    /// </summary>
    public static bool IsNeverText(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || Contains(NeverText, rune.Value);

    /// <summary>
    /// RFC 3454 §6: right-to-left text begins and ends with right-to-left characters and contains no left-to-right
    /// ones.
    /// </summary>
    public static bool IsBidirectionallySound(string text)
    {
        bool hasRight = false, hasLeft = false, startsRight = false, endsRight = false;
        bool first = true;
        foreach (Rune rune in text.EnumerateRunes())
        {
            endsRight = Contains(RightToLeft, rune.Value);
            startsRight |= first && endsRight;
            hasRight |= endsRight;
            hasLeft |= Contains(LeftToRight, rune.Value);
            first = false;
        }

        return !hasRight || (!hasLeft && startsRight && endsRight);
    }
}
