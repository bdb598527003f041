using System.Buffers;
using System.Text;

namespace ImapAsync;

/// <summary>What every mechanism requires of a name or a secret.</summary>
internal static class SaslText
{
    public static string Require(string value, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        return RefuseUnencodable(value, parameter);
    }

    /// <summary>For messages that use control characters as delimiters.</summary>
    public static string RequireWithoutControls(string value, string parameter)
    {
        _ = Require(value, parameter);
        foreach (char c in value)
        {
            if (char.IsControl(c))
                throw new ArgumentException($"{parameter} contains the control character U+{(int)c:X4}.", parameter);
        }

        return value;
    }

    /// <summary>Empty means none: no mechanism distinguishes an empty identity from an absent one.</summary>
    public static string? Optional(string? value, string parameter)
        => string.IsNullOrEmpty(value) ? null : RefuseUnencodable(value, parameter);

    /// <summary>
    /// A saslname (RFC 5801 §4, RFC 5802 §5.1): the characters that delimit a GS2 header are escaped.
    /// </summary>
    public static string EscapeName(string name)
        => name.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);

    // The value is not shown: it may be a password.
    private static string RefuseUnencodable(string value, string parameter)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"{parameter} contains NUL, which no mechanism can carry.", parameter);
        for (ReadOnlySpan<char> rest = value.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int consumed) != OperationStatus.Done)
            {
                throw new ArgumentException(
                    $"{parameter} contains half of a surrogate pair: it is not Unicode text.", parameter);
            }

            rest = rest[consumed..];
        }

        return value;
    }
}
