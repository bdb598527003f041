namespace ImapAsync;

/// <summary>
/// From parameters as sent to parameters as meant: RFC 2231 §3 and §4, RFC 2047 where it was used instead.
/// </summary>
internal static class MimeParameterDecoder
{
    // With few parameters it is cheaper to compare each name with each other than to build a table.
    private const int FewParameters = 8;

    /// <summary>Whether a parameter that is the only one of its name is meant as it stands.</summary>
    public static bool IsPlain(in KeyValuePair<string, string> parameter) =>
        !parameter.Key.Contains('*', StringComparison.Ordinal)
            && !parameter.Value.Contains("=?", StringComparison.Ordinal);

    public static KeyValuePair<string, string>[] Decode(KeyValuePair<string, string>[] raw)
    {
        if (HasOneFormOfEach(raw)) return DecodeInPlace(raw);
        var parameters = new Dictionary<string, MimeParameterForms>(raw.Length, StringComparer.OrdinalIgnoreCase);
        var order = new List<MimeParameterForms>(raw.Length);
        foreach ((string rawName, string value) in raw)
        {
            MimeParameterName name = MimeParameterName.Parse(rawName);
            if (!parameters.TryGetValue(name.Name, out MimeParameterForms? forms))
            {
                forms = new MimeParameterForms(name.Name);
                parameters.Add(name.Name, forms);
                order.Add(forms);
            }

            forms.Add(name, value);
        }

        var decoded = new KeyValuePair<string, string>[order.Count];
        for (int i = 0; i < decoded.Length; i++) decoded[i] = new(order[i].Name, order[i].Decode());
        return decoded;
    }

    // Encoded words are all that there can be to undo: the array is copied only where there are some.
    private static KeyValuePair<string, string>[] DecodeInPlace(KeyValuePair<string, string>[] raw)
    {
        KeyValuePair<string, string>[] decoded = raw;
        for (int i = 0; i < raw.Length; i++)
        {
            if (!raw[i].Value.Contains("=?", StringComparison.Ordinal)) continue;
            if (decoded == raw) decoded = [.. raw];
            decoded[i] = new(raw[i].Key, MimeParameterForms.DecodePlain(raw[i].Key, raw[i].Value));
        }

        return decoded;
    }

    private static bool HasOneFormOfEach(KeyValuePair<string, string>[] raw)
    {
        if (raw.Length > FewParameters) return false;
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i].Key.Contains('*', StringComparison.Ordinal)) return false;
            for (int j = 0; j < i; j++)
            {
                if (raw[i].Key.Equals(raw[j].Key, StringComparison.OrdinalIgnoreCase)) return false;
            }
        }

        return true;
    }
}
