using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// A part of a list of results by place (PARTIAL, RFC 9394 §3.1): <c>1:100</c> are the first hundred, <c>-1:-100</c>
/// the last.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PartialRange
{
    /// <summary>Makes a range of places.</summary>
    /// <param name="first">
    /// The place to start with, counted from 1; negative to count from the end, where -1 is the last.
    /// </param>
    /// <param name="last">The place to end with, on the same side.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A place is 0, beyond 4294967295, or the two count from different ends.
    /// </exception>
    public PartialRange(long first, long last)
    {
        if (first is 0 or < -uint.MaxValue or > uint.MaxValue)
            throw new ArgumentOutOfRangeException(
                nameof(first),
                first,
                "Places are counted from 1, or from the end from -1, to 4294967295 (RFC 9394 §4).");
        if (last is 0 or < -uint.MaxValue or > uint.MaxValue || first < 0 != last < 0)
            throw new ArgumentOutOfRangeException(
                nameof(last),
                last,
                "Both places are counted from the same end, 1 or -1 being the first of it (RFC 9394 §4).");
        First = first;
        Last = last;
    }

    /// <summary>Whether a range can have these places.</summary>
    internal static bool IsValid(long first, long last) =>
        first is not (0 or < -uint.MaxValue or > uint.MaxValue)
        && last is not (0 or < -uint.MaxValue or > uint.MaxValue) && first < 0 == last < 0;

    /// <summary>The place to start with: from 1 on, or from -1 down.</summary>
    public long First { get; }

    /// <summary>The place to end with.</summary>
    public long Last { get; }

    /// <summary>The range as IMAP writes it: <c>1:100</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{First}:{Last}");
}
