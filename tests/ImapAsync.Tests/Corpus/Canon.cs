using System.Globalization;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Values as canonical text: two are equal if their texts are.</summary>
internal static class Canon
{
    public static string Text(string? text)
    {
        if (text is null)
            return "NIL";
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\r' => "\\r",
                '\n' => "\\n",
                < ' ' or '\u007F' => $"\\x{(int)c:X2}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Octets: those of ASCII as text, all others as numbers.</summary>
    public static string Octets(ReadOnlySpan<byte> octets)
    {
        StringBuilder text = new();
        foreach (byte octet in octets)
        {
            text.Append(octet switch
            {
                (byte)'\r' => "\\r",
                (byte)'\n' => "\\n",
                >= 0x20 and < 0x7F => ((char)octet).ToString(),
                _ => $"\\x{octet:X2}",
            });
        }

        return text.ToString();
    }

    public static string Date(DateTimeOffset? date) => date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "none";

    public static string Delimiter(char? delimiter) => delimiter?.ToString() ?? "NIL";

    public static string List<T>(IEnumerable<T> items, Func<T, string> format) => "[" + string.Join(", ", items.Select(format)) + "]";

    /// <summary>Those of <paramref name="parts"/> that are present, in their order.</summary>
    public static string Join(params IEnumerable<string?> parts) => string.Join(' ', parts.Where(static part => !string.IsNullOrEmpty(part)));

    public static string? Part(string name, object? value) => value is null ? null : $"{name}={value}";

    public static string Value(ImapValue value) => value.Kind switch
    {
        ImapValueKind.Nil => "NIL",
        ImapValueKind.Atom => Octets(value.Octets.Span),
        ImapValueKind.List => "(" + string.Join(' ', value.Items.Select(Value)) + ")",
        ImapValueKind.Literal => "{" + Octets(value.Octets.Span) + "}",
        _ => Text(value.Text),
    };

    public static string Response(UntypedResponse response)
    {
        string values;
        try
        {
            values = string.Join(' ', response.ReadValues().Select(Value));
        }
        catch (ImapProtocolException)
        {
            values = "as it is: " + Octets(response.Raw.Span);
        }

        return Join(response.Number?.ToString(CultureInfo.InvariantCulture), response.Name, values);
    }

    public static string Malformed(MalformedResponse malformed) => $"malformed {malformed.Name}: {Octets(malformed.Raw.Span)}";
}
