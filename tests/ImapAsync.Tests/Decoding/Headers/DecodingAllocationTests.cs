namespace ImapAsync.Tests;

public class DecodingAllocationTests
{
    // A string is 22 octets and two a character, in steps of 8.
    [Theory]
    [InlineData("Minutes of the meeting", "Minutes of the meeting")]
    [InlineData("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Gr\u00FC\u00DFe")]
    [InlineData("=?utf-8?B?5pel5pys?= =?utf-8?B?6Kqe?= x", "\u65E5\u672C\u8A9E x")]
    [InlineData("folded\r\n value", "folded value")]
    public void A_header_value_costs_its_string_and_nothing_else(string value, string expected)
    {
        byte[] octets = System.Text.Encoding.ASCII.GetBytes(value);
        Assert.Equal(expected, HeaderText.Decode(octets));
        Assert.Equal((22 + (expected.Length * 2) + 7) / 8 * 8, Allocated.By(() => HeaderText.Decode(octets)));
    }

    [Fact]
    public void Known_charsets_are_found_without_allocating()
    {
        Assert.Equal(0, Allocated.By(() => Charsets.Find("UTF-8"u8)));
        Assert.Equal(0, Allocated.By(() => Charsets.Find("iso-8859-15"u8)));
        Assert.Equal(0, Allocated.By(() => Charsets.Find("gb2312"u8)));
    }

    [Fact]
    public void Plain_parameters_are_not_copied()
    {
        MimeParameters parameters = MimeParameters.Of([new("charset", "utf-8"), new("format", "flowed")]);
        Assert.Equal(0, Allocated.By(() => parameters.TryGetValue("charset", out _)));
    }
}
