using System.Security.Cryptography;
using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>
/// A message with everything that a structure can have: alternatives, attachments in every transfer encoding, names by RFC 2047 and RFC 2231,
/// legacy charsets, an embedded message, and a multipart in that.
/// </summary>
internal static class NestedMail
{
    public const string Subject = "Grüße aus Köln ✓";
    public const string PlainText = "Schöne Grüße,\r\n=20 % Rabatt = viel; eine sehr lange Zeile, die über die Grenze von sechsundsiebzig Zeichen hinausgeht, weich umbrochen.\r\n";
    public const string HtmlText = "<p>Sch\u00f6ne Gr\u00fc\u00dfe \u2014 \u20ac 5</p>\r\n";
    public const string InnerSubject = "The inner message";
    public const string InnerText = "I am inside.\r\n";
    public const string RussianText = "Привет, мир\r\n";
    public const string PdfName = "Rechnung für März – 2026.pdf";
    public const string PngName = "Bild ü.png";

    private const string OuterHeader =
        "From: =?utf-8?Q?J=C3=BCrgen_M=C3=BCller?= <juergen@example.org>\r\nSender: office@example.org\r\nReply-To: \"Office, the\" <reply@example.org>\r\n"
        + "To: Friends: anna@example.org, \"Bert \\\"B\\\"\" <bert@example.net>;, carl@example.com\r\nCc: cc@example.org\r\nBcc: bcc@example.org\r\n"
        + "Subject: =?utf-8?B?R3LDvMOfZSBhdXMgS8O2bG4g4pyT?=\r\nDate: Thu, 1 Jan 2026 23:59:58 -0330\r\n"
        + "Message-ID: <outer@example.org>\r\nIn-Reply-To: <before@example.org>\r\nX-Folded: one\r\n\ttwo\r\n three\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=\"outer=_1\"\r\n\r\n";

    /// <summary>The decoded PDF part: 100,000 octets of every value.</summary>
    public static byte[] Pdf { get; } = Noise(100_000);

    public static byte[] Png { get; } = Noise(3001);

    public static string PlainSource => "Sch=F6ne Gr=FC=DFe,=0D=0A=3D20 % Rabatt =3D viel; eine sehr lange Zeile, die =\r\n=FCber die Grenze von sechsundsiebzig Zeichen hinausgeht, weich umbrochen.\r\n";

    public static byte[] Source { get; } = Build();

    public static string Header => OuterHeader;

    public static string InnerHeader =>
        "From: inner@example.org\r\nTo: juergen@example.org\r\nSubject: The inner message\r\nDate: Wed, 31 Dec 2025 08:00:00 +0000\r\n"
        + "Message-ID: <inner@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=inner\r\n\r\n";

    public static string InnerBody =>
        "--inner\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n" + InnerText
        + "\r\n--inner\r\nContent-Type: image/png; name=\"=?iso-8859-1?Q?Bild_=FC.png?=\"\r\nContent-Transfer-Encoding: BASE64\r\nContent-Disposition: attachment\r\n\r\n"
        + Base64(Png) + "\r\n--inner--\r\n";

    public static string PlainMimeHeader => "Content-Type: text/plain; charset=iso-8859-1; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Language: de, en\r\n\r\n";

    private static byte[] Build()
    {
        string before =
            OuterHeader + "A preamble that nobody shows.\r\n--outer=_1\r\nContent-Type: multipart/alternative; boundary=alt\r\n\r\n"
            + "--alt\r\n" + PlainMimeHeader + PlainSource
            + "\r\n--alt\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <html@example.org>\r\n\r\n" + Base64(Encoding.UTF8.GetBytes(HtmlText))
            + "\r\n--alt--\r\n\r\n--outer=_1\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=\"inner.eml\"\r\n\r\n"
            + InnerHeader + InnerBody
            + "\r\n--outer=_1\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-MD5: " + Convert.ToBase64String(Md5(Pdf)) + "\r\nContent-Description: the bill\r\n"
            + "Content-Disposition: attachment;\r\n filename*0*=utf-8''Rechnung%20f%C3%BCr%20;\r\n filename*1*=M%C3%A4rz%20%E2%80%93%20;\r\n filename*2=2026.pdf; size=100000\r\n\r\n"
            + Base64(Pdf)
            + "\r\n--outer=_1\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\nContent-Disposition: inline\r\n\r\n";
        byte[] russian = [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, (byte)',', (byte)' ', 0xCD, 0xC9, 0xD2, (byte)'\r', (byte)'\n'];
        return [.. Encoding.ASCII.GetBytes(before), .. russian, .. "\r\n--outer=_1--\r\nAn epilogue.\r\n"u8];
    }

#pragma warning disable CA5351 // Content-MD5 is defined by MD5 (RFC 1864).
    private static byte[] Md5(byte[] octets) => MD5.HashData(octets);
#pragma warning restore CA5351

    private static string Base64(byte[] octets) => Convert.ToBase64String(octets, Base64FormattingOptions.InsertLineBreaks) + "\r\n";

    private static byte[] Noise(int length)
    {
        byte[] octets = new byte[length];
        uint state = 2463534242;
        for (int i = 0; i < length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            octets[i] = (byte)state;
        }

        return octets;
    }
}
