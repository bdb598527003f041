using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>A set of numbers as written in a command, read by the server: <c>5:7,9,11:*</c>. The library's own sets are not used, since they are under test.</summary>
internal sealed class NumberText
{
    private readonly List<(uint First, uint Last)> _ranges = [];
    private readonly uint _openFrom;

    /// <param name="text">The set.</param>
    /// <param name="highest">What <c>*</c> is at this moment.</param>
    public NumberText(string text, uint highest)
    {
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split(':');
            (uint first, uint last) = (Read(ends[0], highest), Read(ends[^1], highest));
            if (part.EndsWith(":*", StringComparison.Ordinal))
                _openFrom = first;
            // In n:* with no message from n on, only the * counts.
            HasLast |= part == "*" || (ends[^1] == "*" && first > highest);
            IsOpen |= part.Contains('*', StringComparison.Ordinal);
            _ranges.Add((Math.Min(first, last), Math.Max(first, last)));
        }
    }

    /// <summary>Whether only the server knows which are meant.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether one of them is the last message, whichever that is.</summary>
    public bool HasLast { get; }

    public bool Contains(uint number)
    {
        foreach ((uint first, uint last) in _ranges)
        {
            if (first <= number && number <= last)
                return true;
        }

        return _openFrom != 0 && number >= _openFrom;
    }

    private static uint Read(string text, uint highest) => text == "*" ? highest : uint.Parse(text, CultureInfo.InvariantCulture);
}
