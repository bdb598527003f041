using System.Diagnostics;
using System.Text;

namespace ImapAsync.Tests;

public class HostileHeaderTests
{
    private const int Size = 1 << 18;

    // Linear algorithms take milliseconds here, quadratic ones minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Patterns =>
    [
        "=?", "=?=", "?=", "=?a?Q?", "=?a?B?", "=?utf-8?Q?x", "=?utf-8?B?x", "=?utf-8?Q?x?= ", "=?utf-8?B?eA==?= ", "=?utf-8?Q??=", "=?x-y?Q?x?= ",
        "=?utf-8?Q?x?= =?utf-7?Q?x?= ", "=?utf-8?B?x?= ", "=?utf-8?Q?=", "=?utf-8?Q?? ",
        "(", "((a)", "()", "(\\", ")", "\"", "\"\\", "\\\"", "\"\"", "<", "<@", "<@a", "<@a,",
        "<a,", "<a>", "@", "a@", "@a", ":", "a:", ";", "a:;", ",", "[", "]", "a@[", "a@b ", "a b ",
        "\r\n ", "\r", "\n", " ", "a\r\n b", "a:\n", "a:b\r\n c\r\n", "=", "=;", "a=(b);", "a=\"b\";",
        "x*0=a;", "x*0*=utf-8''%41;", "\u00E9", "\u00C3\u00A9", "\0", "1", "1:", "1-", "+1", "Feb ", "7 Feb ",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Much_of_anything_is_read_in_linear_time(string pattern) => ReadAll(Repeat(pattern, Size));

    // Searching is fast enough to hide a quadratic search in a small value.
    [Theory]
    [InlineData("=?")]
    [InlineData("=?a?Q?")]
    [InlineData("=?a?B?")]
    [InlineData("=?utf-8?Q?x ")]
    [InlineData("=?utf-8?B?x ")]
    public void Megabytes_of_what_looks_encoded_are_read_in_linear_time(string pattern)
    {
        byte[] value = Repeat(pattern, 16 * Size);
        Stopwatch clock = Stopwatch.StartNew();
        Assert.Equal(value.Length, HeaderText.Decode(value).Length);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
    }

    [Fact]
    public void Deeply_nested_comments_are_read_in_linear_time() => ReadAll([.. Repeat("(", Size), .. Repeat(")", Size), .. "x"u8]);

    [Fact]
    public void Random_octets_never_make_anything_fail()
    {
        Random random = new(2047);
        byte[] alphabet = Encoding.Latin1.GetBytes("=??=utf-8QB*'0123 \t\r\n\"\\()<>@,;:[]._%aZ\u0080\u00C3\u00A9");
        for (int round = 0; round < 5000; round++)
        {
            byte[] value = new byte[random.Next(120)];
            for (int i = 0; i < value.Length; i++)
                value[i] = alphabet[random.Next(alphabet.Length)];
            ReadAll(value);
        }
    }

    [Fact]
    public void Many_parameters_of_one_name_are_joined_in_linear_time()
    {
        IEnumerable<KeyValuePair<string, string>> sections = Enumerable.Range(0, 50_000).Reverse().Select(i => KeyValuePair.Create($"name*{i}*", i == 0 ? "utf-8''%41" : "%41"));
        Stopwatch clock = Stopwatch.StartNew();
        Assert.Equal(new string('A', 50_000), new MimeParameters(sections)["name"]);
        Assert.Equal(50_000, new MimeParameters(Enumerable.Range(0, 50_000).Select(i => KeyValuePair.Create($"name{i}", ""))).Count);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
    }

    private static byte[] Repeat(string pattern, int size) =>
        Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(pattern, size / pattern.Length)));

    private static void ReadAll(byte[] value)
    {
        Stopwatch clock = Stopwatch.StartNew();
        HeaderText.Decode(value);
        MailAddressParser.Parse(value);
        MailDate.TryParse(value, out _);
        _ = ParameterizedValue.Parse(value).Parameters.Count;
        long octets = 0;
        foreach (MailHeaderField field in MailHeaders.Parse(value))
            octets += field.RawValue.Length;
        Assert.InRange(octets, 0, value.Length);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
    }
}
