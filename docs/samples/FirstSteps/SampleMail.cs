using System.Text;
using ImapAsync;

namespace FirstSteps;

/// <summary>An invoice with an attachment, a question about it, and the answer.</summary>
internal static class SampleMail
{
    public static IEnumerable<AppendMessage> Messages =>
    [
        new(Octets(Invoice)) { InternalDate = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero) },
        new(Octets(Question)) { Flags = Flag.Seen | Flag.Answered },
        new(Octets(Answer)),
    ];

    private const string Invoice = """
        From: =?utf-8?q?B=C3=BCro?= <billing@example.org>
        To: alice@example.org
        Subject: =?utf-8?q?Invoice_17_=E2=80=93_January?=
        Date: Mon, 5 Jan 2026 10:00:00 +0100
        Message-ID: <invoice-17@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=cut

        --cut
        Content-Type: text/plain; charset=utf-8

        The invoice is attached.
        --cut
        Content-Type: application/pdf
        Content-Disposition: attachment; filename=invoice-17.pdf
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --cut--

        """;

    private const string Question = """
        From: Alice <alice@example.org>
        To: billing@example.org
        Subject: Re: Invoice 17
        Date: Tue, 6 Jan 2026 08:30:00 +0100
        Message-ID: <question@example.org>
        In-Reply-To: <invoice-17@example.org>
        References: <invoice-17@example.org>

        Is it paid already?

        """;

    private const string Answer = """
        From: =?utf-8?q?B=C3=BCro?= <billing@example.org>
        To: alice@example.org
        Subject: Re: Invoice 17
        Date: Tue, 6 Jan 2026 11:15:00 +0100
        Message-ID: <answer@example.org>
        In-Reply-To: <question@example.org>
        References: <invoice-17@example.org> <question@example.org>

        It is.

        """;

    // Lines of mail end in CR LF.
    private static byte[] Octets(string text) => Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n"));
}
