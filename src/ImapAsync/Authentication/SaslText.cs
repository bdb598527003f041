namespace ImapAsync;

/// <summary>What every mechanism asks of a name or a secret.</summary>
internal static class SaslText
{
    public static string Require(string value, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        return RefuseUnencodable(value, parameter);
    }

    /// <summary>Empty means none: no mechanism tells an empty identity from an absent one.</summary>
    public static string? Optional(string? value, string parameter)
        => string.IsNullOrEmpty(value) ? null : RefuseUnencodable(value, parameter);

    private static string RefuseUnencodable(string value, string parameter)
    {
        // The value is not shown: it may be a password.
        if (value.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"{parameter} holds NUL, which no mechanism can carry.", parameter);
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune == System.Text.Rune.ReplacementChar && !value.Contains('\uFFFD', StringComparison.Ordinal))
                throw new ArgumentException($"{parameter} holds half of a surrogate pair: it is no Unicode text.", parameter);
        }

        return value;
    }
}
