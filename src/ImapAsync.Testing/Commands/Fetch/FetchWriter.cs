namespace ImapAsync.Testing;

/// <summary>Writes the items of one message.</summary>
internal static class FetchWriter
{
    public static void Write(ClientSession session, MessageEntry message, IReadOnlyList<FetchItemRequest> items)
    {
        if (!session.Server.Faults.Has(ImapQuirk.SplitFetch))
        {
            WriteResponse(session, message, items);
            return;
        }

        foreach (FetchItemRequest item in items)
            WriteResponse(session, message, [item]);
    }

    private static void WriteResponse(
        ClientSession session, MessageEntry message, IReadOnlyList<FetchItemRequest> items)
    {
        bool hasFlags = items.Any(static item => item.Kind == FetchItemKind.Flags);
        if (hasFlags)
            KnownFlags.WriteNews(session);
        int before = session.Writer.Length;
        ResponseWriter writer = session.Writer.Untagged(message.SequenceNumber, "FETCH ("u8);
        try
        {
            for (int i = 0; i < items.Count; i++)
            {
                if (i > 0)
                    writer.Space();
                WriteItem(writer, message, items[i]);
            }
        }
        catch (CommandRefusedException)
        {
            writer.Truncate(before);
            throw;
        }

        writer.Raw(")"u8).End();
        if (hasFlags)
            message.KnownModSequence = message.Stored.ModSequence;
    }

    private static void WriteItem(ResponseWriter writer, MessageEntry message, FetchItemRequest item)
    {
        switch (item.Kind)
        {
            case FetchItemKind.Uid:
                writer.Raw("UID "u8).Number(message.Uid.Value);
                break;
            case FetchItemKind.Flags:
                message.Flags.WriteTo(writer.Raw("FLAGS "u8));
                break;
            case FetchItemKind.InternalDate:
                WriteDate(writer.Raw("INTERNALDATE "u8), message.InternalDate);
                break;
            case FetchItemKind.SaveDate:
                WriteDate(writer.Raw("SAVEDATE "u8), message.SaveDate);
                break;
            case FetchItemKind.Size:
                writer.Raw("RFC822.SIZE "u8).Number(message.Stored.Size);
                break;
            case FetchItemKind.ModSequence:
                writer.Raw("MODSEQ ("u8).Number((long)message.Stored.ModSequence).Raw(")"u8);
                break;
            case FetchItemKind.EmailId:
                writer.Raw("EMAILID ("u8).Text(message.EmailId).Raw(")"u8);
                break;
            case FetchItemKind.ThreadId:
                writer.Raw("THREADID NIL"u8);
                break;
            case FetchItemKind.Envelope:
                EnvelopeWriter.Write(writer.Raw("ENVELOPE "u8), message.Mime);
                break;
            case FetchItemKind.Body:
                BodyStructureWriter.Write(writer.Raw("BODY "u8), message.Mime, extended: false);
                break;
            case FetchItemKind.BodyStructure:
                BodyStructureWriter.Write(writer.Raw("BODYSTRUCTURE "u8), message.Mime, extended: true);
                break;
            default:
                SectionWriter.Write(writer, message, item);
                break;
        }
    }

    private static void WriteDate(ResponseWriter writer, DateTimeOffset date)
    {
        writer.Raw("\""u8);
        writer.Advance(ImapDate.WriteDateTime(date, writer.GetSpan(ImapDate.DateTimeLength)));
        writer.Raw("\""u8);
    }
}
