using System.Buffers;
using ImapAsync.Extensibility;

namespace ImapAsync.Testing.Tests.Mime;

/// <summary>Whatever is appended, what is reported about it is consistent: one well-formed value, and sizes that match the sections.</summary>
public sealed class MutatedMessageTests
{
    private static readonly string[] Pieces =
    [
        "\r\n", "\n", "\r", "\r\n\r\n", "--b", "\r\n--b\r\n", "\r\n--b--\r\n", "\r\n--c\r\n", ":", ";", "\"", "(", ")", "<", ">", "@", "\\", "\0", " ", "\u00FF",
        "Content-Type: multipart/mixed; boundary=b\r\n", "Content-Type: message/rfc822\r\n", "boundary=", "To: g: a@x;\r\n", "Content-Language: a, b\r\n",
    ];

    private const string Message =
        """
        From: "A \"B\"" <a@x>
        To: g: <@r:b@y>, c@z;
        Subject: =?utf-8?Q?x?=
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: multipart/alternative; boundary="c"
        Content-Language: en, de

        --c

        one
        --c
        Content-Type: text/html; charset=utf-8; name*0=a
        Content-Disposition: attachment; filename="x y"

        <p>
        --c--
        --b
        Content-Type: message/rfc822

        Subject: inner

        text
        --b--
        """;

    [Fact]
    public void Is_described_in_one_value()
    {
        foreach (string text in Mutations.Of(Message.ReplaceLineEndings("\r\n"), Pieces, 5_000))
        {
            MimeEntity message = MimeEntity.Parse(Octets.Of(text));
            CheckOneValue(output => EnvelopeWriter.Write(output, message), text);
            CheckOneValue(output => BodyStructureWriter.Write(output, message, extended: false), text);
            CheckOneValue(output => BodyStructureWriter.Write(output, message, extended: true), text);
        }
    }

    [Fact]
    public void Sections_are_there_for_every_part()
    {
        foreach (string text in Mutations.Of(Message.ReplaceLineEndings("\r\n"), Pieces, 5_000))
        {
            MimeEntity message = MimeEntity.Parse(Octets.Of(text));
            CheckParts(message, message, []);
            Assert.Equal(text, Octets.Text([.. message.Header.Octets.Span, .. message.Body.Span]));
        }
    }

    private static void CheckParts(MimeEntity root, MimeEntity message, int[] above)
    {
        for (int i = 0; i < message.Parts.Count; i++)
        {
            int[] numbers = [.. above, i + 1];
            MimeEntity part = message.Parts[i];
            Assert.True(SectionReader.TryRead(root, BodySection.Part(numbers), out ReadOnlyMemory<byte> body));
            Assert.Equal(part.Body, body);
            Assert.True(SectionReader.TryRead(root, BodySection.Mime(numbers), out ReadOnlyMemory<byte> mime));
            Assert.Equal(part.Octets.Length, mime.Length + body.Length);
            CheckParts(root, part.Message ?? part, numbers);
        }

        Assert.False(SectionReader.TryRead(root, BodySection.Part([.. above, Math.Max(message.Parts.Count, 1) + 1]), out _));
    }

    private static void CheckOneValue(Action<IBufferWriter<byte>> write, string message)
    {
        string written = Octets.Written(write);
        ImapTokenReader reader = new(Octets.Of(written));
        Assert.True(reader.Peek() == ImapTokenKind.ListStart, message);
        reader.SkipValue();
        Assert.True(reader.Position == written.Length && !written.Contains('\0'), $"{message}\nis told of as\n{written}");
    }
}
