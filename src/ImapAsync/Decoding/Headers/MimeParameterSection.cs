namespace ImapAsync;

/// <summary>
/// One of the sections that a long parameter was split into (RFC 2231 §3); an unsplit parameter is its own section 0.
/// </summary>
/// <param name="Number">Its position in the value.</param>
/// <param name="Arrival">Its position among the sections that were sent.</param>
/// <param name="IsExtended">Whether the value has percent escapes and, in the first section, a charset.</param>
/// <param name="Value">The value as it was sent.</param>
internal readonly record struct MimeParameterSection(int Number, int Arrival, bool IsExtended, string Value)
{
    public static int Compare(MimeParameterSection left, MimeParameterSection right) =>
        (left.Number, left.Arrival).CompareTo((right.Number, right.Arrival));
}
