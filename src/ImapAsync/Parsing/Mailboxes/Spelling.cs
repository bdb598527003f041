using System.Text;

namespace ImapAsync;

/// <summary>
/// Whether two names are the same in different spellings: composed or decomposed Unicode, modified UTF-7 instead of
/// UTF-8, or INBOX before a delimiter in another case.
/// </summary>
internal static class Spelling
{
    private const string Inbox = "INBOX";

    // Korean syllables are composed of letters by a rule (Unicode, section 3.12).
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeTrail = 0x11A7;
    private const int Vowels = 21;
    private const int Trails = 28;

    /// <summary>Whether a requested name and one that the server sent are the same.</summary>
    /// <param name="asked">The requested name.</param>
    /// <param name="told">The name that the server sent.</param>
    /// <param name="utf8">Whether names are in UTF-8, so that a name in modified UTF-7 was taken literally.</param>
    public static bool AreAlike(string asked, string told, bool utf8 = false) =>
        asked == told || AreBelowInbox(asked, told) || Decompose(asked) == Decompose(told)
        || (utf8 && Decompose(asked) == Decompose(Decode(told)));

    /// <summary>The text with each letter before its marks, so that two spellings of one text become equal.</summary>
    public static string Decompose(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text;
        StringBuilder letters = new(text.Length);
        foreach (char c in text)
            Decompose(letters, c);
        return letters.ToString();
    }

    /// <summary>The spelling in which two equivalent names are equal.</summary>
    public static string Normalize(string name, bool utf8)
    {
        string text = Decompose(utf8 ? Decode(name) : name);
        return AreBelowInbox(text, string.Concat(Inbox, text.AsSpan(Math.Min(Inbox.Length, text.Length))))
            ? string.Concat(Inbox, text.AsSpan(Inbox.Length))
            : text;
    }

    private static void Decompose(StringBuilder letters, char c)
    {
        if (c is >= (char)FirstSyllable and <= (char)LastSyllable)
        {
            int index = c - FirstSyllable;
            letters.Append((char)(FirstLead + (index / (Vowels * Trails))))
                .Append((char)(FirstVowel + (index / Trails % Vowels)));
            if (index % Trails != 0)
                letters.Append((char)(BeforeTrail + (index % Trails)));
        }
        else if (c >= 0x80 && CanonicalPairs.TryFind(c, out char letter, out char mark))
        {
            Decompose(letters, letter);
            if (mark != '\0')
                letters.Append(mark);
        }
        else
        {
            letters.Append(c);
        }
    }

    private static bool AreBelowInbox(string left, string right) =>
        left.Length == right.Length && left.Length > Inbox.Length && !char.IsLetterOrDigit(left[Inbox.Length])
        && left.StartsWith(Inbox, StringComparison.OrdinalIgnoreCase)
        && right.StartsWith(Inbox, StringComparison.OrdinalIgnoreCase)
        && left.AsSpan(Inbox.Length).SequenceEqual(right.AsSpan(Inbox.Length));

    private static string Decode(string text) =>
        text.Contains('&') && System.Text.Ascii.IsValid(text)
        && ModifiedUtf7.TryDecode(Encoding.ASCII.GetBytes(text), out string? decoded)
            ? decoded
            : text;
}
