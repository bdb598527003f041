using System.Text;

namespace ImapAsync.ServerTests.Embedded;

/// <summary>Messages that servers may interpret differently: addresses, dates, subjects, references, structures.</summary>
internal static class OddMail
{
    /// <summary>The number of the message whose inner multipart is ended by the outer boundary, which Cyrus overlooks.</summary>
    public const uint Unclosed = 18;

    public static IReadOnlyList<AppendMessage> Messages { get; } = [.. Sources.Select((source, index) => new AppendMessage(Octets(source))
    {
        Flags = Flags(index),
        InternalDate = new DateTimeOffset(2026, 2, 1 + ((index * 7) % 27), 12, index, 0, TimeSpan.Zero),
    }),
    new AppendMessage(NestedMail.Source) { InternalDate = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) }];

    private static string[] Sources =>
    [
        Header("tea", 1, "a") + "\n\none\n",
        Header("Re: tea", 2, "b", "<a@x.example>") + "\n\ntwo\n",
        Header("Re: [list] TEA", 3, "c", "<a@x.example> <b@x.example>") + "\n\nthree words here\n",
        Header("Fwd: milk (fwd)", 4, "d", "<gone@x.example>") + "\n\nfour\n",
        Header("milk", 5, "e", "<gone@x.example>") + "\n\nfive\n",
        Header("[fwd: sugar]", 6, "f") + "\n\nsix\n",
        Header("sugar", 7, "g") + "\n\nseven\n",
        Header("sugar", 7, "h", "<b@x.example>") + "\n\neight\n",
        Header("=?utf-8?Q?=C3=84pfel?=", 8, "i") + "\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nApfels=C3=A4fte und =\nmehr\n",
        Header("=?iso-8859-1?Q?Re:_=C4pfel?=", 9, "j", inReplyTo: "<i@x.example>") + "\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\nQXBmZWxz5GZ0ZQ==\n",
        Header("tea", 10, "a") + "\n\nthe same ID again\n",
        "Subject: no date and no author\n\ntext\n",
        "From: a@x.example\nSubject:\nDate: Tue, 10 Feb 2026 10:00:00 -0500\n\nan empty subject\n",
        "From: \"Last, First\" <l@x.example>\nTo: g: one@x.example, Two <two@y.example>;, three@z.example\nCc: nobody:;\nSubject: a group\n\ntext\n",
        "From: <@relay.example,@other.example:routed@x.example>\nTo: plain@x.example (In A Comment)\nReply-To: \"Q \\\"uoted\\\"\" <q@x.example>\nSubject: routes\n\ntext\n",
        "From: zoe@x.example\nSender: real@x.example\nSubject: Re: a folded\n subject with\n\ttabs\nDate: Sun, 8 Feb 2026 23:30:00 +0200\nContent-Type: multipart/mixed; boundary=\"b\"\n\npreamble\n--b\n\nfirst part\n--b\nContent-Type: text/html\nContent-Language: en, de\nContent-Location: http://x.example/\n\n<p>second</p>\n\n--b--\nepilogue\n",
        "Subject: digest\nFrom: d@x.example\nContent-Type: multipart/digest; boundary=d\n\n--d\n\nSubject: inner one\nFrom: i1@x.example\n\ninner text one\n\n--d\n\nSubject: inner two\nContent-Type: multipart/alternative; boundary=e\n\n--e\n\nplain\n\n--e\nContent-Type: text/html\n\n<b>\n\n--e--\n\n--d--\n",
        "Subject: not closed\nFrom: n@x.example\nContent-Type: multipart/mixed; boundary=outer\n\n--outer\nContent-Type: multipart/alternative; boundary=alt\n\n--alt\n\nalternative\n\n--outer\n\nafter it\n",
        "Subject: a type of nothing\nContent-Type: text\n\ntext\n",
        "Subject: message in base64\nContent-Type: image/png; name=\"a b.png\"\nContent-Disposition: inline; filename=\"a b.png\"\nContent-Transfer-Encoding: base64\nContent-ID: <cid@x.example>\nContent-Description: a picture\n\niVBORw0KGgo=\n",
    ];

    private static string Header(string subject, int day, string id, string? references = null, string? inReplyTo = null)
    {
        StringBuilder header = new($"Date: {day} Feb 2026 10:00:00 +0000\nFrom: Person {(char)('z' - day)} <p{day}@x.example>\nTo: t{20 - day}@y.example\nCc: c{day % 3}@x.example\n");
        header.Append($"Subject: {subject}\nMessage-ID: <{id}@x.example>");
        if (references is not null)
            header.Append($"\nReferences: {references}");
        if (inReplyTo is not null)
            header.Append($"\nIn-Reply-To: {inReplyTo}");
        return header.ToString();
    }

    private static FlagSet Flags(int index) => (index % 4) switch
    {
        0 => Flag.Seen,
        1 => Flag.Seen | Flag.Answered,
        2 => FlagSet.Of(Flag.Flagged, new Flag("$Work")),
        _ => FlagSet.Empty,
    };

    private static byte[] Octets(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
