using System.Text;

namespace ImapAsync;

/// <summary>
/// Lists of header field names (RFC 5322 §3.6.8: printable ASCII except the colon), whose case and order are
/// insignificant.
/// </summary>
internal static class HeaderFieldNames
{
    public static bool IsValid(string name) =>
        name.Length > 0 && name.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0
        && !name.Contains(':', StringComparison.Ordinal);

    public static string[] Require(ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
        {
            throw new ArgumentException(
                "Name at least one header field, such as \"Subject\"; for all use BodySection.Header.", nameof(names));
        }

        foreach (string name in names)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(names));
            if (IsValid(name))
                continue;
            throw new ArgumentException(
                $"\"{name}\" is not the name of a header field: use printable ASCII without space and colon, such as "
                + "\"Subject\" (RFC 5322 §2.2).",
                nameof(names));
        }

        return Distinct(names.ToArray());
    }

    /// <summary>Each name once, at its first position.</summary>
    public static string[] Distinct(IReadOnlyCollection<string> names)
    {
        HashSet<string> known = new(names.Count, StringComparer.OrdinalIgnoreCase);
        List<string> distinct = new(names.Count);
        foreach (string name in names)
        {
            if (known.Add(name))
                distinct.Add(name);
        }

        return [.. distinct];
    }

    // The names in each list are distinct.
    public static bool AreSame(string[] left, string[] right)
    {
        if (left.Length != right.Length)
            return false;
        if (left.Length > 16)
            return new HashSet<string>(left, StringComparer.OrdinalIgnoreCase).SetEquals(right);
        for (int i = 0; i < left.Length; i++)
        {
            // Most servers keep the order.
            if (!left[i].Equals(right[i], StringComparison.OrdinalIgnoreCase) && !Contains(right, left[i]))
                return false;
        }

        return true;
    }

    public static int GetHashCode(string[] names)
    {
        int hash = 0;
        foreach (string name in names)
            hash += StringComparer.OrdinalIgnoreCase.GetHashCode(name);
        return hash;
    }

    /// <summary>Appends a name as an astring.</summary>
    public static void Append(StringBuilder text, string name)
    {
        if (name.AsSpan().IndexOfAnyExcept(CharacterClasses.AtomChars) < 0
            && !name.Equals("NIL", StringComparison.OrdinalIgnoreCase))
        {
            text.Append(name);
        }
        else
        {
            text.Append('"')
                .Append(name.Replace(@"\", @"\\", StringComparison.Ordinal)
                    .Replace("\"", "\\\"", StringComparison.Ordinal))
                .Append('"');
        }
    }

    private static bool Contains(string[] names, string wanted)
    {
        foreach (string name in names)
        {
            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
