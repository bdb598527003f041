namespace ImapAsync;

/// <summary>Looks for unreadable elements in an ENVELOPE.</summary>
internal static class EnvelopeCheck
{
    /// <summary>Returns what was expected; null if everything is readable.</summary>
    public static string? Expected(ReadOnlySpan<byte> envelope)
    {
        if (envelope is not [(byte)'(', ..])
            return "an envelope";

        for (EnvelopeField field = EnvelopeField.Date; field <= EnvelopeField.MessageId; field++)
        {
            ResponseValue value = EnvelopeReader.Field(envelope, field);
            bool isReadable = field is >= EnvelopeField.From and <= EnvelopeField.Bcc
                ? IsAddressList(value)
                : !value.IsList;
            if (!isReadable)
                return $"a readable {field} in the envelope";
        }

        return HasAllFields(EnvelopeReader.Fields(envelope, out _)) ? null : "an envelope of ten fields";
    }

    // Some servers omit the last ones. NIL after them says nothing.
    private static bool HasAllFields(ListReader fields)
    {
        int count = 0;
        while (fields.MoveNext())
        {
            if (count++ > (int)EnvelopeField.MessageId && !fields.Current.IsNil)
                return false;
        }

        return count > 0;
    }

    // Some servers send an empty string instead of an empty list.
    private static bool IsAddressList(ResponseValue value)
    {
        if (!value.IsList)
            return value.IsNilOrMissing || value.String.Bytes.IsEmpty;

        if (EnvelopeAddresses.IsAddress(value))
            return true;
        ListReader addresses = value.Elements;
        while (addresses.MoveNext())
        {
            if (!addresses.Current.IsNil && !IsAddress(addresses.Current))
                return false;
        }

        return true;
    }

    private static bool IsAddress(ResponseValue value)
    {
        if (!value.IsList)
            return false;
        int count = 0;
        ListReader fields = value.Elements;
        while (fields.MoveNext())
        {
            count++;
            if (fields.Current.IsList)
                return false;
        }

        return count == 4;
    }
}
