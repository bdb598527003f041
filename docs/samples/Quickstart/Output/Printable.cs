using System.Text;
using Spectre.Console;

namespace Quickstart;

/// <summary>
/// Text that others wrote, made safe for a terminal: an escape sequence in a subject must not reach it.
/// </summary>
internal static class Printable
{
    /// <summary>The text on one line, without control characters, cut if it is long.</summary>
    public static string Line(string? text, int most)
    {
        StringBuilder line = new();
        foreach (Rune rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (line.Length >= most)
                return line.Append('…').ToString();
            line.Append(
                Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format
                    ? " "
                    : rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>The same, where brackets are markup.</summary>
    public static string Escaped(string? text, int most) => Markup.Escape(Line(text, most));

    /// <summary>A count of octets in a unit that fits.</summary>
    public static string Octets(double octets) => octets switch
    {
        >= 1 << 30 => FormattableString.Invariant($"{octets / (1 << 30):0.0} GiB"),
        >= 1 << 20 => FormattableString.Invariant($"{octets / (1 << 20):0.0} MiB"),
        >= 1 << 10 => FormattableString.Invariant($"{octets / (1 << 10):0.0} KiB"),
        _ => FormattableString.Invariant($"{octets:0} B"),
    };
}
