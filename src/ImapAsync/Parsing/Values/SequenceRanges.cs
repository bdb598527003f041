namespace ImapAsync;

/// <summary>Sets of messages in responses: explicit numbers and ranges, never <c>*</c> (RFC 9051 §7.3.4).</summary>
internal static class SequenceRanges
{
    /// <summary>Adds all of a set to a builder.</summary>
    /// <exception cref="ImapProtocolException">The octets are not such a set.</exception>
    public static void AddTo(ref NumberSetBuilder builder, ReadOnlySpan<byte> set)
    {
        NumberRangeReader reader = new(set);
        if (set.IsEmpty)
            return;

        while (TryRead(ref reader, set, out NumberRange<uint> range))
            builder.AddRange(range.First, range.Last);
    }

    /// <summary>Reads the next range; false at the end.</summary>
    /// <exception cref="ImapProtocolException">A range is missing where one is required.</exception>
    public static bool TryRead(ref NumberRangeReader reader, ReadOnlySpan<byte> set, out NumberRange<uint> range)
    {
        bool read = reader.TryRead(out range);
        if (reader.IsMalformed || (read && range.Last == 0))
            throw ProtocolErrors.Expected("a set of message numbers", set, 0);
        return read;
    }
}
