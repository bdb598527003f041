using System.Buffers;
using System.Globalization;

namespace ImapAsync.Benchmarks;

/// <summary>Writes ENVELOPE and BODYSTRUCTURE of a recorded message (RFC 9051 §7.5.2).</summary>
internal static class SummaryWriter
{
    public static void PutEnvelope(IBufferWriter<byte> output, Mail mail)
    {
        output.Put("(");
        output.PutString(DateOf(mail));
        output.Put(" ");
        output.PutString(WireWriter.EncodeWords(mail.Subject));
        MailAddress[] from = [mail.From];
        foreach (MailAddress[] addresses in (MailAddress[][])[from, from, from, mail.To, mail.Cc, []])
            PutAddresses(output, addresses);
        output.Put(" ");
        output.PutString(mail.InReplyTo);
        output.Put(" ");
        output.PutString(mail.MessageId);
        output.Put(")");
    }

    public static void PutStructure(IBufferWriter<byte> output, MailPart part)
    {
        output.Put("(");
        if (part.IsMultipart)
        {
            foreach (MailPart child in part.Children)
                PutStructure(output, child);
            output.Put($" \"{part.Subtype}\" (\"boundary\" \"{part.Boundary}\") NIL NIL NIL)");
            return;
        }

        output.Put($"\"{part.Type}\" \"{part.Subtype}\" ");
        PutParameters(output, part);
        output.Put($" NIL NIL \"{part.Encoding}\" {part.Octets.ToString(CultureInfo.InvariantCulture)}");
        if (part.Embedded is { } mail)
        {
            output.Put(" ");
            PutEnvelope(output, mail);
            output.Put(" ");
            PutStructure(output, mail.Root);
        }

        if (part.Type is "text" or "message")
            output.Put($" {part.Lines}");
        output.Put(" NIL ");
        PutDisposition(output, part);
        output.Put(" NIL NIL)");
    }

    public static string DateOf(Mail mail) =>
        mail.Date.ToString("ddd, d MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + mail.Date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static void PutAddresses(IBufferWriter<byte> output, MailAddress[] addresses)
    {
        if (addresses.Length == 0)
        {
            output.Put(" NIL");
            return;
        }

        output.Put(" (");
        foreach (MailAddress address in addresses)
        {
            output.Put("(");
            output.PutString(address.Name is null ? null : WireWriter.EncodeWords(address.Name));
            output.Put($" NIL \"{address.Local}\" \"{address.Domain}\")");
        }

        output.Put(")");
    }

    private static void PutParameters(IBufferWriter<byte> output, MailPart part)
    {
        if (part.FileName is not null)
            output.Put($"(\"name\" \"{WireWriter.EncodeWords(part.FileName)}\")");
        else
            output.Put(part.Type == "text" ? "(\"charset\" \"utf-8\")" : "NIL");
    }

    private static void PutDisposition(IBufferWriter<byte> output, MailPart part)
    {
        string kind = part.IsInline ? "inline" : "attachment";
        if (part.FileName is not null)
            output.Put($"(\"{kind}\" (\"filename\" \"{WireWriter.EncodeWords(part.FileName)}\"))");
        else
            output.Put(part.Embedded is null ? "NIL" : $"(\"{kind}\" NIL)");
    }
}
