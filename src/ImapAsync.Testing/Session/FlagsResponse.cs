namespace ImapAsync.Testing;

/// <summary>The FETCH response that reports flags.</summary>
internal static class FlagsResponse
{
    /// <summary>Writes it, and remembers that the client knows them.</summary>
    public static void Write(ClientSession session, MessageEntry message, bool withUid)
    {
        KnownFlags.WriteNews(session);
        ResponseWriter writer = session.Writer.Untagged(message.SequenceNumber, "FETCH ("u8);
        if (withUid || session.HasQResync || session.IsRev2)
            writer.Raw("UID "u8).Number(message.Uid.Value).Space();
        writer.Raw("FLAGS "u8);
        message.Flags.WriteTo(writer);
        WriteModSequence(session, message);
        writer.Raw(")"u8).End();
        message.KnownModSequence = message.Stored.ModSequence;
    }

    /// <summary>Writes the response to a silent STORE, which reports only the mod-sequence (RFC 7162 §3.1.3).</summary>
    public static void WriteSilent(ClientSession session, MessageEntry message, bool withUid)
    {
        KnownFlags.WriteNews(session);
        ResponseWriter writer = session.Writer.Untagged(message.SequenceNumber, "FETCH ("u8);
        if (withUid || session.HasQResync)
            writer.Raw("UID "u8).Number(message.Uid.Value).Space();
        writer.Raw("MODSEQ ("u8).Number((long)message.Stored.ModSequence).Raw("))"u8).End();
    }

    private static void WriteModSequence(ClientSession session, MessageEntry message)
    {
        if (session.HasCondStore)
            session.Writer.Raw(" MODSEQ ("u8).Number((long)message.Stored.ModSequence).Raw(")"u8);
    }
}
