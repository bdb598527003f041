namespace ImapAsync;

/// <summary>
/// Converts parameters as sent into parameters as meant: RFC 2231 §3 and §4, or RFC 2047 where that was used instead.
/// </summary>
internal static class MimeParameterDecoder
{
    // With few parameters, comparing all names is cheaper than building a table.
    private const int FewParameters = 8;

    /// <summary>Whether a parameter with a unique name needs no decoding.</summary>
    public static bool IsPlain(in KeyValuePair<string, string> parameter) =>
        !parameter.Key.Contains('*', StringComparison.Ordinal)
            && !parameter.Value.Contains("=?", StringComparison.Ordinal);

    public static KeyValuePair<string, string>[] Decode(KeyValuePair<string, string>[] raw)
    {
        if (HasOneFormOfEach(raw))
            return DecodeInPlace(raw);
        Dictionary<string, MimeParameterForms> parameters = new(raw.Length, StringComparer.OrdinalIgnoreCase);
        List<MimeParameterForms> order = new(raw.Length);
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

        KeyValuePair<string, string>[] decoded = new KeyValuePair<string, string>[order.Count];
        for (int i = 0; i < decoded.Length; i++)
            decoded[i] = new(order[i].Name, order[i].Decode());
        return decoded;
    }

    // Only encoded words can be left to decode: the array is copied only if there are any.
    private static KeyValuePair<string, string>[] DecodeInPlace(KeyValuePair<string, string>[] raw)
    {
        KeyValuePair<string, string>[] decoded = raw;
        for (int i = 0; i < raw.Length; i++)
        {
            if (!raw[i].Value.Contains("=?", StringComparison.Ordinal))
                continue;
            if (decoded == raw)
                decoded = [.. raw];
            decoded[i] = new(raw[i].Key, MimeParameterForms.DecodePlain(raw[i].Key, raw[i].Value));
        }

        return decoded;
    }

    private static bool HasOneFormOfEach(KeyValuePair<string, string>[] raw)
    {
        if (raw.Length > FewParameters)
            return false;
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i].Key.Contains('*', StringComparison.Ordinal))
                return false;
            for (int j = 0; j < i; j++)
            {
                if (raw[i].Key.Equals(raw[j].Key, StringComparison.OrdinalIgnoreCase))
                    return false;
            }
        }

        return true;
    }
}
