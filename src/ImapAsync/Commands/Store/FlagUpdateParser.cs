using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Reads the FETCH responses that STORE brings about: of nothing but UID, FLAGS and MODSEQ (RFC 9051 §6.4.6, RFC 7162 §3.1.3).</summary>
internal static class FlagUpdateParser
{
    /// <summary>Reads the response; false when it is another one, or tells something else too, or cannot be read: then it answers a FETCH.</summary>
    public static bool TryParse(in UntaggedResponse response, out FlagUpdate update)
    {
        update = default;
        if (!response.Is("FETCH"u8) || response.Number is not (> 0 and uint number))
            return false;

        update = new FlagUpdate(new SequenceNumber(number), Uid: null, Flags: null, ModSeq: null);
        try
        {
            return TryReadItems(response.Arguments, ref update);
        }
        catch (ImapProtocolException)
        {
            return false;
        }
    }

    private static bool TryReadItems(ImapTokenReader reader, ref FlagUpdate update)
    {
        reader.ReadListStart();
        while (!reader.TryReadListEnd())
        {
            ReadOnlySpan<byte> item = reader.ReadAtom();
            if (Ascii.EqualsIgnoreCase(item, "UID"u8))
                update = update with { Uid = Uid.FromServer(reader.ReadNumber32()) };
            else if (Ascii.EqualsIgnoreCase(item, "FLAGS"u8) && FlagListToken.TryRead(ref reader, out FlagSet? flags))
                update = update with { Flags = flags };
            else if (Ascii.EqualsIgnoreCase(item, "MODSEQ"u8))
                update = update with { ModSeq = ReadModSeq(ref reader) };
            else
                return false;
        }

        return reader.End;
    }

    private static ModSequence? ReadModSeq(ref ImapTokenReader reader)
    {
        reader.ReadListStart();
        ModSequence? value = ModSequence.FromServer(reader.ReadNumber());
        reader.ReadListEnd();
        return value;
    }
}
