using System.Buffers;
using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>Writes a recorded message as it is stored: header, parts and all (RFC 5322, RFC 2045).</summary>
internal static class MessageWriter
{
    private const int ContentWidth = 76;

    // Sixteen thousand lines to take from, so that generating a hundred megabytes takes no time.
    private static readonly byte[] Base64Lines = MakeLines(Dice.Of(3, 0), static dice => (byte)"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[dice.Below(64)]);
    private static readonly byte[] TextLines = MakeText(Dice.Of(3, 1));

    public static byte[] ToOctets(Mail mail, Dice dice)
    {
        ArrayBufferWriter<byte> output = new(4096);
        Put(output, mail, dice);
        return output.WrittenSpan.ToArray();
    }

    private static void Put(IBufferWriter<byte> output, Mail mail, Dice dice)
    {
        output.Put($"Date: {SummaryWriter.DateOf(mail)}\r\nFrom: {Text(mail.From)}\r\n");
        PutField(output, "To", mail.To);
        PutField(output, "Cc", mail.Cc);
        output.Put($"Subject: {WireWriter.EncodeWords(mail.Subject)}\r\nMessage-ID: {mail.MessageId}\r\n");
        if (mail.InReplyTo is not null)
            output.Put($"In-Reply-To: {mail.InReplyTo}\r\n");
        output.Put("MIME-Version: 1.0\r\n");
        PutPart(output, mail.Root, dice);
    }

    private static void PutPart(IBufferWriter<byte> output, MailPart part, Dice dice)
    {
        output.Put($"Content-Type: {part.Type}/{part.Subtype}");
        if (part.Boundary is not null)
            output.Put($";\r\n\tboundary=\"{part.Boundary}\"");
        else if (part.FileName is not null)
            output.Put($";\r\n\tname=\"{WireWriter.EncodeWords(part.FileName)}\"");
        else if (part.Type == "text")
            output.Put("; charset=utf-8");
        output.Put("\r\n");
        if (!part.IsMultipart && part.Embedded is null)
            output.Put($"Content-Transfer-Encoding: {part.Encoding}\r\n");
        if (part.FileName is not null)
            output.Put($"Content-Disposition: {(part.IsInline ? "inline" : "attachment")};\r\n\tfilename=\"{WireWriter.EncodeWords(part.FileName)}\"\r\n");
        output.Put("\r\n");
        PutContent(output, part, dice);
    }

    private static void PutContent(IBufferWriter<byte> output, MailPart part, Dice dice)
    {
        foreach (MailPart child in part.Children)
        {
            output.Put($"--{part.Boundary}\r\n");
            PutPart(output, child, dice);
        }

        if (part.IsMultipart)
            output.Put($"--{part.Boundary}--\r\n");
        else if (part.Embedded is not null)
            Put(output, part.Embedded, dice);
        else
            PutLines(output, part.Encoding == "base64" ? Base64Lines : TextLines, part.Lines, dice);
    }

    /// <summary>Writes that many lines of base64.</summary>
    public static void PutBase64(IBufferWriter<byte> output, int lines, Dice dice) => PutLines(output, Base64Lines, lines, dice);

    private static void PutLines(IBufferWriter<byte> output, byte[] source, int lines, Dice dice)
    {
        int available = source.Length / (ContentWidth + 2);
        while (lines > 0)
        {
            int first = dice.Below(available);
            int count = Math.Min(lines, available - first);
            output.Write(source.AsSpan(first * (ContentWidth + 2), count * (ContentWidth + 2)));
            lines -= count;
        }
    }

    private static void PutField(IBufferWriter<byte> output, string name, MailAddress[] addresses)
    {
        if (addresses.Length > 0)
            output.Put($"{name}: {string.Join(",\r\n\t", addresses.Select(Text))}\r\n");
    }

    private static string Text(MailAddress address) =>
        address.Name is null ? $"{address.Local}@{address.Domain}" : $"{QuoteName(address.Name)} <{address.Local}@{address.Domain}>";

    private static string QuoteName(string name) => name.Contains('\'', StringComparison.Ordinal) ? $"\"{name}\"" : WireWriter.EncodeWords(name);

    private static byte[] MakeLines(Dice dice, Func<Dice, byte> octet)
    {
        byte[] lines = new byte[16_384 * (ContentWidth + 2)];
        for (int i = 0; i < lines.Length; i++)
            lines[i] = (i % (ContentWidth + 2)) switch { ContentWidth => (byte)'\r', ContentWidth + 1 => (byte)'\n', _ => octet(dice) };
        return lines;
    }

    private static byte[] MakeText(Dice dice)
    {
        StringBuilder words = new();
        while (words.Length < 16_384 * ContentWidth)
            words.Append(dice.Of(Words.Filler)).Append(' ');
        int at = 0;
        return MakeLines(dice, _ => (byte)words[at++]);
    }
}
