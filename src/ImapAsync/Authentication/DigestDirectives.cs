using System.Text;

namespace ImapAsync;

/// <summary>
/// The directives of a DIGEST-MD5 challenge: <c>1#( name "=" ( token | quoted-string ) )</c> (RFC 2831 §7), in bytes as
/// Latin-1, names in lower case.
/// </summary>
internal sealed class DigestDirectives
{
    private readonly List<(string Name, string Value)> _items = [];

    private DigestDirectives()
    {
    }

    /// <summary>Parses a challenge, or gives <see langword="null"/> where it does not have that shape.</summary>
    public static DigestDirectives? Parse(ReadOnlySpan<byte> challenge)
    {
        var directives = new DigestDirectives();
        var text = Encoding.Latin1.GetString(challenge).AsSpan();
        while (!(text = text.TrimStart(" \t\r\n,")).IsEmpty)
        {
            var equals = text.IndexOf('=');
            if (equals <= 0)
                return null;
            var name = text[..equals].Trim(" \t\r\n").ToString().ToLowerInvariant();
            text = text[(equals + 1)..].TrimStart(" \t\r\n");
            if (TakeValue(ref text) is not { } value)
                return null;
            directives._items.Add((name, value));
        }

        return directives;
    }

    /// <summary>Every value of a directive that may be repeated.</summary>
    public List<string> All(string name)
    {
        var values = new List<string>();
        foreach (var (itemName, value) in _items)
        {
            if (itemName == name)
                values.Add(value);
        }

        return values;
    }

    /// <summary>The value of a directive, or <see langword="null"/>.</summary>
    public string? First(string name)
    {
        var values = All(name);
        return values.Count == 0 ? null : values[0];
    }

    private static string? TakeValue(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '"')
        {
            var end = text.IndexOfAny(" \t\r\n,");
            var token = (end < 0 ? text : text[..end]).ToString();
            text = end < 0 ? [] : text[end..];
            return token;
        }

        var value = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
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
