using System.Globalization;
using System.Text;

namespace ImapAsync.Testing;

/// <summary>The parts of generated messages.</summary>
internal static class MessageParts
{
    /// <summary>Text for a header: unchanged, or as an encoded word.</summary>
    public static string Word(string text) =>
        System.Text.Ascii.IsValid(text) ? text : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    public static string Date(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
            + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    /// <summary>
    /// Appends header fields of the content, an empty line and the content: plain, plain and HTML, or with an
    /// attachment.
    /// </summary>
    public static void AppendContent(
        StringBuilder message, SeededRandom random, string subject, string name, string boundary)
    {
        string text = Text(random, name);
        switch (random.Next(5))
        {
            case 0:
                message.Append($"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n");
                AppendParts(
                    message,
                    boundary,
                    text,
                    html: $"<h1>{subject}</h1>\r\n<p>"
                        + $"{text.Replace("\r\n\r\n", "</p>\r\n<p>", StringComparison.Ordinal)}</p>\r\n");
                break;
            case 1:
                message.Append($"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
                AppendParts(message, boundary, text, html: null);
                AppendAttachment(message, random, boundary);
                break;
            default:
                message.Append("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
                    .Append(text);
                return;
        }

        message.Append($"--{boundary}--\r\n");
    }

    private static void AppendParts(StringBuilder message, string boundary, string text, string? html)
    {
        message.Append(
            $"--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + $"{text}\r\n");
        if (html is not null)
        {
            message.Append(
                $"--{boundary}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + $"{html}\r\n");
        }
    }

    private static void AppendAttachment(StringBuilder message, SeededRandom random, string boundary)
    {
        byte[] octets = new byte[2000 + random.Next(20_000)];
        random.Fill(octets);
        message.Append(
            $"--{boundary}\r\nContent-Type: application/pdf; name=\"figures.pdf\"\r\n"
            + "Content-Disposition: attachment; filename=\"figures.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        message.Append(
            Convert.ToBase64String(octets, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n"))
                .Append("\r\n");
    }

    private static string Text(SeededRandom random, string name)
    {
        StringBuilder text = new("Hello,\r\n\r\n");
        int paragraphs = 1 + random.Next(4);
        for (int i = 0; i < paragraphs; i++)
        {
            for (int sentences = 1 + random.Next(4); sentences > 0; sentences--)
            {
                text.Append(Cast.Sentences[random.Next(Cast.Sentences.Length)])
                    .Append(sentences > 1 ? " " : "\r\n\r\n");
            }
        }

        return text.Append(name).Append("\r\n").ToString();
    }
}
