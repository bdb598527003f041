using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace ImapAsync;

/// <summary>
/// A part of a list of results by position (PARTIAL, RFC 9394 §3.1): <c>1:100</c> are the first hundred, <c>-1:-100</c>
/// the last.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PartialRange
{
    /// <summary>Creates a range of positions.</summary>
    /// <param name="first">
    /// The position to start with, counted from 1; negative to count from the end, where -1 is the last.
    /// </param>
    /// <param name="last">The position to end with, counted from the same end.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A position is 0 or beyond 4294967295, or the two are counted from different ends.
    /// </exception>
    [JsonConstructor]
    public PartialRange(long first, long last)
    {
        if (first is 0 or < -uint.MaxValue or > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(first),
                first,
                "Positions are counted from 1, or from the end from -1, to 4294967295 (RFC 9394 §4).");
        }

        if (last is 0 or < -uint.MaxValue or > uint.MaxValue || first < 0 != last < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(last),
                last,
                "Both positions must be counted from the same end, from 1 or from -1 (RFC 9394 §4).");
        }

        First = first;
        Last = last;
    }

    /// <summary>Whether these positions are valid for a range.</summary>
    internal static bool IsValid(long first, long last) =>
        first is not (0 or < -uint.MaxValue or > uint.MaxValue)
        && last is not (0 or < -uint.MaxValue or > uint.MaxValue) && first < 0 == last < 0;

    /// <summary>The position to start with: 1 or above, or -1 or below.</summary>
    public long First { get; }

    /// <summary>The position to end with.</summary>
    public long Last { get; }

    /// <summary>The range as IMAP writes it: <c>1:100</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{First}:{Last}");
}
