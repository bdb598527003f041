namespace ImapAsync;

/// <summary>Sets of messages as servers write them where one belongs: in quotes or parentheses too, and in pieces.</summary>
internal static class SetToken
{
    private const string Expected = "a set of message numbers";

    /// <summary>Adds all sets up to the end, or up to what no number begins with.</summary>
    /// <exception cref="ImapProtocolException">There is no set, or one that cannot be read; those before it are added.</exception>
    public static void AddTo(ref NumberSetBuilder builder, ListReader values)
    {
        if (!values.MoveNext())
            throw ProtocolErrors.Unreadable(Expected, default);

        bool isFirst = true;
        do
        {
            if (!isFirst && !StartsWithNumber(values.Current))
                return;
            AddOne(ref builder, values.Current);
            isFirst = false;
        }
        while (values.MoveNext());
    }

    /// <summary>Whether there are sets and nothing else; NIL, an empty string or nothing at all is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> octets, out NumberSetBuilder builder)
    {
        builder = default;
        ListReader values = ListReader.Bare(octets);
        ListReader none = values;
        ResponseValue first = none.Next();
        if (first.IsNilOrMissing || (!first.IsList && first.String.Bytes.IsEmpty))
            return true;
        try
        {
            AddTo(ref builder, values);
            return true;
        }
        catch (ImapProtocolException)
        {
            builder.Build();
            return false;
        }
    }

    /// <summary>Whether a value, or the first one of a list, is a set.</summary>
    public static bool StartsWithNumber(ResponseValue value)
    {
        ListReader elements = value.Elements;
        return (value.IsList ? elements.Next() : value).String.Bytes is [>= (byte)'0' and <= (byte)'9', ..];
    }

    private static void AddOne(ref NumberSetBuilder builder, ResponseValue value)
    {
        if (!StartsWithNumber(value))
            throw ProtocolErrors.Unreadable(Expected, value.Octets);
        if (!value.IsList)
        {
            SequenceRanges.AddTo(ref builder, value.String.Bytes);
            return;
        }

        ListReader elements = value.Elements;
        while (elements.MoveNext())
            SequenceRanges.AddTo(ref builder, elements.Current.IsList ? throw ProtocolErrors.Unreadable(Expected, value.Octets) : elements.Current.Octets);
    }
}
