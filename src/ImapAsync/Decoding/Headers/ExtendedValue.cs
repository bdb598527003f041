using System.Text;

namespace ImapAsync;

/// <summary>
/// Where the text of <c>charset'language'text</c> starts, and how to decode it (RFC 2231 §4); the whole value if a
/// mailer omitted the rest.
/// </summary>
internal readonly record struct ExtendedValue(Encoding? Charset, int TextStart)
{
    public static ExtendedValue Parse(ReadOnlySpan<char> value)
    {
        int charset = value.IndexOf('\'');
        if (charset < 0)
            return default;
        int language = value[(charset + 1)..].IndexOf('\'');
        if (language < 0)
            return default;
        Encoding? encoding = Charsets.Find(value[..charset]);

        // "it's Bob's.txt" is a name with apostrophes, not one in the charset "it".
        if (encoding is null && value.Slice(charset + 1, language).ContainsAny(" .%"))
            return default;
        return new ExtendedValue(encoding, charset + language + 2);
    }
}
