using System.Text;

namespace ImapAsync;

/// <summary>
/// The directives of a DIGEST-MD5 challenge: <c>1#( name "=" ( token | quoted-string ) )</c> (RFC 2831 §7). Bytes are
/// read as Latin-1; names are lower-case.
/// </summary>
internal sealed class DigestDirectives
{
    private readonly List<(string Name, string Value)> _items = [];

    private DigestDirectives()
    {
    }

    /// <summary>Parses a challenge; returns <see langword="null"/> if it does not have that form.</summary>
    public static DigestDirectives? Parse(ReadOnlySpan<byte> challenge)
    {
        DigestDirectives directives = new();
        ReadOnlySpan<char> text = Encoding.Latin1.GetString(challenge).AsSpan();
        while (!(text = text.TrimStart(" \t\r\n,")).IsEmpty)
        {
            int equals = text.IndexOf('=');
            if (equals <= 0)
                return null;
            string name = text[..equals].Trim(" \t\r\n").ToString().ToLowerInvariant();
            text = text[(equals + 1)..].TrimStart(" \t\r\n");
            if (TakeValue(ref text) is not { } value)
                return null;
            directives._items.Add((name, value));
        }

        return directives;
    }

    /// <summary>All values of a directive that may occur more than once.</summary>
    public List<string> All(string name)
    {
        List<string> values = new();
        foreach ((string? itemName, string? value) in _items)
        {
            if (itemName == name)
                values.Add(value);
        }

        return values;
    }

    /// <summary>The value of a directive, or <see langword="null"/> if it is missing.</summary>
    public string? First(string name)
    {
        List<string> values = All(name);
        return values.Count == 0 ? null : values[0];
    }

    private static string? TakeValue(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '"')
        {
            int end = text.IndexOfAny(" \t\r\n,");
            string token = (end < 0 ? text : text[..end]).ToString();
            text = end < 0 ? [] : text[end..];
            return token;
        }

        StringBuilder value = new();
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                text = text[(i + 1)..];
                return value.ToString();
            }

            if (text[i] == '\\' && ++i == text.Length)
                return null;
            value.Append(text[i]);
        }

        return null;
    }
}
