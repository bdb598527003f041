using System.Text;

namespace ImapAsync.Tests;

public class CharsetsTests
{
    [Theory]
    [InlineData("utf-8", "caf\u00E9", "63 61 66 C3 A9")]
    [InlineData("UTF8", "caf\u00E9", "63 61 66 C3 A9")]
    [InlineData("\"utf-8\"", "caf\u00E9", "63 61 66 C3 A9")]
    [InlineData("unicode-1-1-utf-8", "caf\u00E9", "63 61 66 C3 A9")]
    [InlineData("iso-8859-1", "caf\u00E9 \u20AC", "63 61 66 E9 20 80")]
    [InlineData("ISO_8859-1:1987", "caf\u00E9", "63 61 66 E9")]
    [InlineData("iso8859-1", "caf\u00E9", "63 61 66 E9")]
    [InlineData("iso88591", "caf\u00E9", "63 61 66 E9")]
    [InlineData("8859-1", "caf\u00E9", "63 61 66 E9")]
    [InlineData("latin1", "caf\u00E9", "63 61 66 E9")]
    [InlineData("cp1252", "\u201Cq\u201D", "93 71 94")]
    [InlineData("windows-1252", "\u201Cq\u201D", "93 71 94")]
    [InlineData("x-cp1252", "\u201Cq\u201D", "93 71 94")]
    [InlineData("ANSI", "\u201Cq\u201D", "93 71 94")]
    [InlineData("iso-8859-2", "\u0141\u00F3d\u017A", "A3 F3 64 BC")]
    [InlineData("iso-8859-2:1987", "\u0141\u00F3d\u017A", "A3 F3 64 BC")]
    [InlineData("latin2", "\u0141\u00F3d\u017A", "A3 F3 64 BC")]
    [InlineData("cp1250", "\u0141\u00F3d\u017A", "A3 F3 64 9F")]
    [InlineData("windows-1251", "\u041F\u0440\u0438", "CF F0 E8")]
    [InlineData("win1251", "\u041F\u0440\u0438", "CF F0 E8")]
    [InlineData("koi8-r", "\u041F\u0440\u0438", "F0 D2 C9")]
    [InlineData("KOI8-U", "\u0407", "B7")]
    [InlineData("iso-8859-5", "\u041F\u0440\u0438", "BF E0 D8")]
    [InlineData("ibm866", "\u041F\u0440\u0438", "8F E0 A8")]
    [InlineData("iso-8859-7", "\u0391\u03B8", "C1 E8")]
    [InlineData("iso-8859-8", "\u05E9\u05DC", "F9 EC")]
    [InlineData("iso-8859-8-i", "\u05E9\u05DC", "F9 EC")]
    [InlineData("iso-8859-8-e", "\u05E9\u05DC", "F9 EC")]
    [InlineData("iso-8859-6-i", "\u0645", "E5")]
    [InlineData("windows-1255", "\u05E9\u05DC", "F9 EC")]
    [InlineData("windows-1256", "\u0645", "E3")]
    [InlineData("iso-8859-9", "\u0130\u0131\u20AC", "DD FD 80")]
    [InlineData("iso-8859-10", "\u0100\u0138", "C0 FF")]
    [InlineData("iso-8859-11", "\u0E01", "A1")]
    [InlineData("tis-620", "\u0E01", "A1")]
    [InlineData("iso-8859-13", "\u0104", "C0")]
    [InlineData("iso-8859-14", "\u0174", "D0")]
    [InlineData("iso-8859-15", "\u20AC\u0153", "A4 BD")]
    [InlineData("iso-8859-16", "\u0218\u021B", "AA FE")]
    [InlineData("latin10", "\u0218\u021B", "AA FE")]
    [InlineData("macintosh", "\u00E9", "8E")]
    [InlineData("shift_jis", "\u65E5\u672C", "93 FA 96 7B")]
    [InlineData("x-sjis", "\u65E5\u672C", "93 FA 96 7B")]
    [InlineData("windows-31j", "\u2460", "87 40")]
    [InlineData("cp932", "\u2460", "87 40")]
    [InlineData("euc-jp", "\u65E5\u672C", "C6 FC CB DC")]
    [InlineData("x-euc-jp", "\u65E5\u672C", "C6 FC CB DC")]
    [InlineData("iso-2022-jp", "\u65E5\u672C", "1B 24 42 46 7C 4B 5C 1B 28 42")]
    [InlineData("iso-2022-jp-ms", "\u65E5\u672C", "1B 24 42 46 7C 4B 5C 1B 28 42")]
    [InlineData("euc-kr", "\uD55C", "C7 D1")]
    [InlineData("ks_c_5601-1987", "\uD55C\uB620", "C7 D1 8C 63")]
    [InlineData("x-windows-949", "\uB620", "8C 63")]
    [InlineData("iso-2022-kr", "\uD55C", "1B 24 29 43 0E 47 51 0F")]
    [InlineData("gb2312", "\u4E2D\u6587", "D6 D0 CE C4")]
    [InlineData("gb2312", "\u9555", "E9 46")]
    [InlineData("GBK", "\u4E2D\u6587", "D6 D0 CE C4")]
    [InlineData("gb18030", "\u4E2D\uD83D\uDE00", "D6 D0 94 39 FC 36")]
    [InlineData("hz-gb-2312", "\u4E2D\u6587", "7E 7B 56 50 4E 44 7E 7D")]
    [InlineData("big5", "\u4E2D\u6587", "A4 A4 A4 E5")]
    [InlineData("big5-hkscs", "\u4E2D\u6587", "A4 A4 A4 E5")]
    [InlineData("utf-16", "h\u00E9", "68 00 E9 00")]
    [InlineData("utf-16be", "h\u00E9", "00 68 00 E9")]
    [InlineData("utf-32be", "h", "00 00 00 68")]
    [InlineData("unicode-1-1-utf-7", "caf\u00E9", "63 61 66 2B 41 4F 6B 2D")]
    [InlineData("us-ascii", "caf\u00E9", "63 61 66 C3 A9")]
    [InlineData("us-ascii", "caf\u00E9", "63 61 66 E9")]
    [InlineData("ANSI_X3.4-1968", "\u20AC", "80")]
    [InlineData("unknown-8bit", "caf\u00E9", "63 61 66 E9")]
    public void Names_in_many_spellings_find_their_decoder(string name, string expected, string octets)
    {
        byte[] input = Convert.FromHexString(octets.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(expected, Charsets.Find(name)?.GetString(input));
        Assert.Equal(expected, Charsets.Find(Encoding.Latin1.GetBytes(name))?.GetString(input));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?")]
    [InlineData("x-klingon")]
    [InlineData("iso-8859-99")]
    [InlineData("windows-99999")]
    [InlineData("cp0")]
    [InlineData("cp12345")]
    [InlineData("utf-9")]
    [InlineData("\u00FF\u00FE")]
    [InlineData("a name that is longer than any charset has ever had, and then some more of it")]
    public void Unknown_names_find_nothing(string name)
    {
        Assert.Null(Charsets.Find(name));
        Assert.Null(Charsets.Find(Encoding.Latin1.GetBytes(name)));
    }

    [Fact]
    public void One_encoding_is_created_for_each_charset() => Assert.Same(Charsets.Find("gb2312"), Charsets.Find("GBK"));

    [Fact]
    public void What_a_charset_does_not_have_becomes_a_replacement_character()
    {
        foreach (string name in (string[])["utf-8", "shift_jis", "euc-jp", "big5", "gb18030", "euc-kr"])
        {
            Assert.Equal("A\uFFFD", Charsets.Find(name)!.GetString([0x41, 0xE0]));
        }
    }

    [Fact]
    public void Undeclared_text_is_read_sequence_by_sequence()
    {
        byte[] mixed = [.. "a\u00E9"u8, 0xE9, 0x80, .. "\u20AC"u8, 0xE2, 0x82, (byte)'z', 0xE2];
        Assert.Equal("a\u00E9\u00E9\u20AC\u20AC\u00E2\u201Az\u00E2", Charsets.Undeclared.GetString(mixed));
    }

    [Fact]
    public void Undeclared_text_keeps_each_octet_in_every_cut()
    {
        byte[] octets = new byte[2000];
        new Random(8).NextBytes(octets);
        string whole = Charsets.Undeclared.GetString(octets);
        foreach (int cut in (int[])[1, 2, 3, 7])
        {
            Decoder decoder = Charsets.Undeclared.GetDecoder();
            StringBuilder text = new();
            char[] characters = new char[64];
            for (int i = 0; i < octets.Length; i += cut)
            {
                int length = Math.Min(cut, octets.Length - i);
                text.Append(characters, 0, decoder.GetChars(octets, i, length, characters, 0, flush: i + length == octets.Length));
            }

            Assert.Equal(whole, text.ToString());
        }
    }
}
