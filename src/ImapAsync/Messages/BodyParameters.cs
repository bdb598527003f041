namespace ImapAsync;

/// <summary>Parameters of a part or of its disposition.
/// <code>body-fld-param = "(" string SP string *(SP string SP string) ")" / nil</code></summary>
internal static class BodyParameters
{
    public static MimeParameters Read(ResponseValue list)
    {
        if (!list.IsList)
            return MimeParameters.Empty;
        if (!SharedParameters.CanShare(list.Octets))
            return ReadPairs(list);

        MimeParameters? shared = SharedParameters.Find(list.Octets);
        if (shared is null)
            SharedParameters.Add(list.Octets, shared = ReadPairs(list));
        return shared;
    }

    private static MimeParameters ReadPairs(ResponseValue list)
    {
        int count = 0;
        ListReader counted = list.Elements;
        while (counted.MoveNext())
            count++;

        KeyValuePair<string, string>[] parameters = new KeyValuePair<string, string>[Math.Min(count / 2, ImapLimits.Default.MaxListItems)];
        ListReader pairs = list.Elements;
        for (int i = 0; i < parameters.Length; i++)
        {
            string name = MimeWords.Lower(pairs.Next().String.Bytes);
            parameters[i] = new(name, MimeWords.Exact(pairs.Next().String.Bytes));
        }

        return MimeParameters.Adopt(parameters);
    }
}
