using System.Runtime.CompilerServices;

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
        FirstParameters first = default;
        Span<KeyValuePair<string, string>> parameters = first;
        int count = 0;
        ListReader pairs = list.Elements;
        while (count < ImapLimits.Default.MaxListItems && pairs.MoveNext())
        {
            ResponseValue name = pairs.Current;
            if (!pairs.MoveNext())
                break;
            if (count == parameters.Length)
                parameters = Grow(parameters);
            parameters[count++] = new(MimeWords.Lower(name.String.Bytes), MimeWords.Exact(pairs.Current.String.Bytes));
        }

        return MimeParameters.Of(parameters[..count]);
    }

    private static KeyValuePair<string, string>[] Grow(ReadOnlySpan<KeyValuePair<string, string>> parameters)
    {
        KeyValuePair<string, string>[] larger = new KeyValuePair<string, string>[parameters.Length * 2];
        parameters.CopyTo(larger);
        return larger;
    }

    [InlineArray(4)]
    private struct FirstParameters
    {
        private KeyValuePair<string, string> _first;
    }
}
