namespace ImapAsync;

/// <summary>
/// One of the sections a long parameter was cut into (RFC 2231 §3); an uncut one is its own section 0.
/// </summary>
/// <param name="Number">Where it belongs.</param>
/// <param name="Arrival">Where it stood among the sections that were sent.</param>
/// <param name="IsExtended">The value has percent escapes, and in the first section a charset.</param>
/// <param name="Value">The value as it was sent.</param>
internal readonly record struct MimeParameterSection(int Number, int Arrival, bool IsExtended, string Value)
{
    public static int Compare(MimeParameterSection left, MimeParameterSection right) =>
        (left.Number, left.Arrival).CompareTo((right.Number, right.Arrival));
}
