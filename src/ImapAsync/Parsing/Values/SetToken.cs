namespace ImapAsync;

/// <summary>Sets of messages as servers write them: also in quotes or parentheses, and in several pieces.</summary>
internal static class SetToken
{
    private const string Expected = "a set of message numbers";

    /// <summary>
    /// Adds all sets up to the end. Anything after them that is not a set is ignored, unless more sets follow: then
    /// something between them was lost.
    /// </summary>
    /// <exception cref="ImapProtocolException">
    /// There is no set, or something unreadable; all readable sets have been added.
    /// </exception>
    public static void AddTo(ref NumberSetBuilder builder, ListReader values)
    {
        if (!values.MoveNext())
            throw ProtocolErrors.Unreadable(Expected, default);

        Damage damage = default;
        ResponseValue other = default;
        bool isFirst = true;
        do
        {
            bool isSet = isFirst || StartsWithNumber(values.Current);
            if (isSet && !other.IsMissing)
                damage.Note(Expected, other.Octets);
            if (isSet)
                AddOne(ref builder, values.Current, ref damage);
            else if (other.IsMissing)
                other = values.Current;
            isFirst = false;
        }
        while (values.MoveNext());
        damage.ThrowIfAny();
    }

    /// <summary>Whether there is no set: NIL, an empty string or list, or nothing at all.</summary>
    public static bool IsNone(ListReader values)
    {
        ResponseValue first = values.Next();
        ListReader elements = first.Elements;
        return !values.IsCutOff
            && (first.IsNilOrMissing || (first.IsList ? !elements.MoveNext() : first.String.Bytes.IsEmpty));
    }

    /// <summary>Whether there are only sets; NIL, an empty string or nothing at all counts as none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> octets, out NumberSetBuilder builder)
    {
        builder = default;
        ListReader values = ListReader.Bare(octets);
        if (IsNone(values))
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

    /// <summary>Whether a value, or the first one in a list, is a set.</summary>
    public static bool StartsWithNumber(ResponseValue value)
    {
        ListReader elements = value.Elements;
        return (value.IsList ? elements.Next() : value).String.Bytes is [>= (byte)'0' and <= (byte)'9', ..];
    }

    private static void AddOne(ref NumberSetBuilder builder, ResponseValue value, ref Damage damage)
    {
        try
        {
            AddOne(ref builder, value);
        }
        catch (ImapProtocolException exception)
        {
            damage.Note(exception);
        }
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
        {
            SequenceRanges.AddTo(
                ref builder,
                elements.Current.IsList
                    ? throw ProtocolErrors.Unreadable(Expected, value.Octets)
                    : elements.Current.Octets);
        }
    }
}
