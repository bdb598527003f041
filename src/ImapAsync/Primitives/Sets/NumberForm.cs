using System.Globalization;

namespace ImapAsync;

/// <summary>How one of IMAP's numbers is read from text.</summary>
/// <param name="create">Creates the value; null if the number is out of range.</param>
/// <param name="number">The number of a value.</param>
/// <param name="kind">A description for messages, with its article: <c>a UID</c>.</param>
/// <param name="range">The allowed numbers: <c>1 to 4294967295</c>.</param>
internal sealed class NumberForm<T>(
    Func<ulong, T?> create, Func<T, ulong> number, string kind, string range)
    where T : struct
{
    public string Kind => kind;

    /// <summary>The value of a number; null if it is out of range.</summary>
    public T? Create(ulong number) => create(number);

    /// <summary>The number of a value.</summary>
    public ulong NumberOf(T value) => number(value);

    /// <exception cref="FormatException">The text is not such a number.</exception>
    public T Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <exception cref="FormatException">The text is not such a number.</exception>
    public T Parse(ReadOnlySpan<char> text) => TryParse(text, out T value)
        ? value
        : throw new FormatException($"\"{text}\" is not {kind}: expected digits alone, {range}.");

    public bool TryParse(ReadOnlySpan<char> text, out T value)
    {
        // The framework's parser takes NULs after the digits.
        T? parsed = text.IndexOfAnyExceptInRange('0', '9') < 0
            && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong digits)
                ? create(digits)
                : null;
        value = parsed.GetValueOrDefault();
        return parsed is not null;
    }
}
