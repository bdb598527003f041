using System.Text;

namespace ImapAsync.Tests;

/// <summary>The decoders of message octets: header fields, addresses, dates, parameters, charsets, transfer encodings. None of them throws, and streamed results are the same however the input is cut.</summary>
internal sealed class DecodingTarget() : GuidedTarget("decoding")
{
    private static readonly string[] CharsetNames = ["utf-8", "utf-7", "iso-8859-15", "windows-1252", "koi8-r", "utf-16", "us-ascii", "unknown-8bit"];

    private static readonly Action<byte[]>[] Readers =
    [
        static octets => _ = HeaderText.Decode(octets), ReadAddresses, static octets => _ = MailDate.TryParse(octets, out _), ReadParameters, ReadHeaders,
        static octets => Undo(octets, ContentTransferEncoding.Base64), static octets => Undo(octets, ContentTransferEncoding.QuotedPrintable),
        static octets => Undo(octets, ContentTransferEncoding.UuEncode), ReadCharset,
    ];

    private static readonly string[] Samples =
    [
        "=?utf-8?q?Gr=C3=BC=C3=9Fe?= =?iso-8859-1?b?5A==?= and =?x?y?z?=", "Ann <ann@x.org>, \"B, C\" (c(d)) <b@[1.2.3.4]>, list: a@b, c@d;, <@r:e@f>", "Mon, 30 Nov 2026 09:11:36 +0100 (CET)",
        "attachment; filename*0*=utf-8''%e2%82%ac; filename*1=\"b.pdf\"; size=3", "From: a\r\n b\r\nSubject : c\r\nX:\r\n\r\nbody", "aGVsbG8gd29ybGQ=\r\n", "a=3Db=\r\n=E4 \t\r\n",
        "begin 644 x\r\n#0V%T\r\n`\r\nend\r\n", "\u0001Hi Mom +Jjo- !+AGE-",
    ];

    public override IEnumerable<byte[]> Seeds =>
        [.. Samples.Select(static (sample, number) => Seed(number, Encoding.Latin1.GetBytes(sample))), .. Envelopes()];

    protected override void Run(byte[] input) => Chosen(Readers, input)(Behind(input, 1));

    private static IEnumerable<byte[]> Envelopes() => CorpusFiles.Of("envelope").SelectMany(static c => new[] { 0, 1, 3 }.Select(reader => Seed(reader, c.Octets("A1"))));

    private static void ReadAddresses(byte[] octets)
    {
        foreach (MailAddressEntry address in MailAddressParser.Parse(octets))
            _ = address.DisplayName;
    }

    private static void ReadParameters(byte[] octets)
    {
        foreach ((string name, string value) in ParameterizedValue.Parse(octets).Parameters)
            Assert.True(name is not null && value is not null);
    }

    private static void ReadHeaders(byte[] octets)
    {
        MailHeaders headers = MailHeaders.Parse(octets);
        foreach (MailHeaderField field in headers)
            Assert.NotEmpty(headers.GetAll(field.Name));
    }

    private static void Undo(byte[] octets, ContentTransferEncoding encoding) => Assert.Equal(Undone(octets, encoding, octets.Length), Undone(octets, encoding, 1));

    private static byte[] Undone(byte[] octets, ContentTransferEncoding encoding, int pieceLength)
    {
        using Stream stream = TransferEncoding.Decode(new PiecewiseStream(octets, pieceLength), encoding);
        using MemoryStream undone = new();
        stream.CopyTo(undone);
        return undone.ToArray();
    }

    private static void ReadCharset(byte[] octets)
    {
        string charset = Chosen(CharsetNames, octets);
        octets = Behind(octets, 1);
        using StreamReader reader = CharsetText.OpenReader(new PiecewiseStream(octets, 1), charset);
        Assert.Equal(CharsetText.Decode(octets, charset), reader.ReadToEnd());
    }
}
