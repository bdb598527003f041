using System.Text;

namespace ImapAsync.Tests;

public sealed class MailboxNameTests
{
    [Theory]
    [InlineData("INBOX", "INBOX")]
    [InlineData("", "")]
    [InlineData("a b\"\\%*", "a b\"\\%*")]
    [InlineData("&", "&-")]
    [InlineData("Tom & Jerry", "Tom &- Jerry")]
    [InlineData("&&-&", "&-&--&-")]
    [InlineData("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-")]
    [InlineData("台北日本語", "&U,BTF2XlZyyKng-")]
    [InlineData("\u263a!", "&Jjo-!")]
    [InlineData("Entwürfe", "Entw&APw-rfe")]
    [InlineData("ÄÖÜ", "&AMQA1gDc-")]
    [InlineData("😀", "&2D3eAA-")]
    [InlineData("a\tb", "a&AAk-b")]
    [InlineData("\u007f", "&AH8-")]
    [InlineData("é-", "&AOk--")]
    public void Names_are_written_in_modified_utf7_and_read_back(string name, string octets)
    {
        Assert.Equal(octets, Encoded(new MailboxName(name), utf8: false));
        MailboxName read = MailboxName.FromServer(Encoding.ASCII.GetBytes(octets), utf8: false);
        Assert.Equal(name, read.Value);
        Assert.Equal(new MailboxName(name), read);
    }

    [Fact]
    public void Every_text_survives_both_encodings()
    {
        Random random = new(20);
        for (int i = 0; i < 2000; i++)
        {
            string text = RandomName(random);
            MailboxName name = new(text);
            foreach (bool utf8 in (bool[])[false, true])
            {
                byte[] octets = EncodedOctets(name, utf8);
                MailboxName read = MailboxName.FromServer(octets, utf8);
                Assert.Equal(name, read);
                Assert.Equal(octets, EncodedOctets(read, utf8));
            }
        }
    }

    [Theory]
    [InlineData("&U,BTFw-&ZeVnLIqe-", "台北日本語")] // A superfluous shift: readable, but to the server a different name from the canonical one.
    [InlineData("&AGE-b", "ab")] // Printable ASCII in base64.
    [InlineData("&Jjo!", "&Jjo!")] // Not shifted back.
    [InlineData("a&b", "a&b")]
    [InlineData("&", "&")]
    [InlineData("R&D-x", "R&D-x")]
    [InlineData("&2D0-", "&2D0-")] // Half a surrogate pair.
    [InlineData("&3gDYPQ-", "&3gDYPQ-")] // The halves the wrong way round.
    [InlineData("&AOkA-", "&AOkA-")] // More base64 than the text needs.
    [InlineData("&AOl-", "&AOl-")] // Padding that is not zero.
    [InlineData("a\tb", "a\tb")]
    public void A_name_that_is_not_canonical_modified_utf7_is_sent_back_unchanged(string octets, string text)
    {
        MailboxName name = MailboxName.FromServer(Encoding.ASCII.GetBytes(octets), utf8: false);

        Assert.Equal(text, name.Value);
        Assert.Equal(octets, Encoded(name, utf8: false));
        Assert.Equal(text, Encoding.UTF8.GetString(EncodedOctets(name, utf8: true)));
        Assert.NotEqual(new MailboxName(text), name);
        Assert.Equal(MailboxName.FromServer(Encoding.ASCII.GetBytes(octets), utf8: false), name);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'E', 0xC3, 0xA4 }, "Eä")]
    [InlineData(new byte[] { (byte)'E', 0xE4 }, "Eä")]
    [InlineData(new byte[] { (byte)'&', 0xFF, (byte)'-' }, "&ÿ-")]
    public void Octets_beyond_ascii_are_sent_back_unchanged(byte[] octets, string text)
    {
        MailboxName name = MailboxName.FromServer(octets, utf8: false);

        Assert.Equal(text, name.Value);
        Assert.Equal(octets, EncodedOctets(name, utf8: false));
        Assert.Equal(octets, EncodedOctets(name, utf8: true));
    }

    [Fact]
    public void In_utf8_an_ampersand_is_an_ampersand()
    {
        MailboxName name = MailboxName.FromServer("R&D/&U,BTFw-/ä"u8, utf8: true);

        Assert.Equal("R&D/&U,BTFw-/ä", name.Value);
        Assert.Equal("R&D/&U,BTFw-/ä"u8, EncodedOctets(name, utf8: true));
        Assert.Equal(new MailboxName("R&D/&U,BTFw-/ä"), name);
    }

    [Theory]
    [InlineData("inbox")]
    [InlineData("InBoX")]
    public void Inbox_is_inbox_in_any_case(string name)
    {
        Assert.Equal(MailboxName.Inbox, new MailboxName(name));
        Assert.Equal(MailboxName.Inbox.GetHashCode(), new MailboxName(name).GetHashCode());
        Assert.True(new MailboxName(name).IsInbox);
        Assert.Equal(MailboxName.Inbox, MailboxName.FromServer(Encoding.ASCII.GetBytes(name), utf8: false));
    }

    [Fact]
    public void Other_names_are_compared_exactly()
    {
        Assert.NotEqual(new MailboxName("Sent"), new MailboxName("sent"));
        Assert.NotEqual(new MailboxName("INBOX/a"), new MailboxName("inbox/a"));
        Assert.True(new MailboxName("Sent") == "Sent");
        Assert.True(default(MailboxName) == "");
    }

    [Theory]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\rb", "U+000D")]
    [InlineData("a\nb", "U+000A")]
    public void What_no_mailbox_name_can_hold_is_refused(string name, string mentioned)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new MailboxName(name));
        Assert.Contains(mentioned, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        // An attribute could not carry these: metadata is UTF-8.
        foreach (string name in (string[])["a\ud83d", "\ude00a", "\ud83d\ud83d\ude00", "\ude00\ud83d"])
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => new MailboxName(name));
            Assert.Contains("half a surrogate pair", error.Message, StringComparison.Ordinal);
        }
    }

    private static string RandomName(Random random)
    {
        StringBuilder text = new();
        for (int i = random.Next(0, 30); i > 0; i--)
        {
            int rune = random.Next(4) switch
            {
                0 => random.Next(' ', 0x7f),
                1 => random.Next(0x80, 0xd800),
                2 => random.Next(0xe000, 0x110000),
                _ => "&-,+/\t~"[random.Next(7)],
            };
            text.Append(new Rune(rune));
        }

        return text.ToString();
    }

    private static string Encoded(MailboxName name, bool utf8) => Encoding.Latin1.GetString(EncodedOctets(name, utf8));

    private static byte[] EncodedOctets(MailboxName name, bool utf8)
    {
        byte[] octets = new byte[name.GetMaxByteCount(utf8)];
        return octets[..name.Encode(octets, utf8)];
    }
}
