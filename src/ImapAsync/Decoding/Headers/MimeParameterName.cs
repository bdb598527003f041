namespace ImapAsync;

/// <summary>
/// A parameter's name with its RFC 2231 marks separated: <c>name</c>, <c>name*</c>, <c>name*0</c>, <c>name*0*</c>.
/// </summary>
internal readonly record struct MimeParameterName(string Name, int Section, bool IsExtended)
{
    /// <summary>The section of a parameter that is not continued.</summary>
    public const int Whole = -1;

    public static MimeParameterName Parse(string raw)
    {
        int star = raw.IndexOf('*', StringComparison.Ordinal);
        if (star <= 0)
            return new MimeParameterName(raw, Whole, IsExtended: false);
        ReadOnlySpan<char> marks = raw.AsSpan(star + 1);
        if (marks.IsEmpty)
            return new MimeParameterName(raw[..star], Whole, IsExtended: true);
        bool extended = marks[^1] == '*';
        if (extended)
            marks = marks[..^1];

        // A section number larger than any message could have is not one; the parameter keeps its odd name.
        return marks.Length <= 9 && marks.IndexOfAnyExceptInRange('0', '9') < 0 && int.TryParse(marks, out int section)
            ? new MimeParameterName(raw[..star], section, extended)
            : new MimeParameterName(raw, Whole, IsExtended: false);
    }
}
