using System.Text;

namespace ImapAsync.Tests;

public sealed class WireLineTests
{
    [Theory]
    [InlineData("A1 NOOP\r\n", "A1 NOOP")]
    [InlineData("* OK ready\n", "* OK ready")]
    [InlineData("* OK ready", "* OK ready")]
    [InlineData("* LIST () \"/\" \"Entw\u00FCrfe\"\r\n", "* LIST () \"/\" \"Entw\\xFCrfe\"")]
    [InlineData("* OK \u001B[31mred\r\n", "* OK \\x1B[31mred")]
    [InlineData("A1 APPEND x {5+}\r\nhello\r\n", "A1 APPEND x {5+}<5 octets>")]
    [InlineData("A1 APPEND x ~{5+}\r\nhel\0o (a {2+}\r\nbc)\r\n", "A1 APPEND x ~{5+}<5 octets> (a {2+}<2 octets>)")]
    [InlineData("* 1 FETCH (BODY[] {12}\r\nsecret\r\n{3}\r FLAGS ())\r\n", "* 1 FETCH (BODY[] {12}<12 octets> FLAGS ())")]
    [InlineData("* 1 FETCH (BODY[] {0}\r\n FLAGS ())\r\n", "* 1 FETCH (BODY[] {0}<0 octets> FLAGS ())")]
    [InlineData("* LIST () NIL {5}\nINBOX\n", "* LIST () NIL {5}<5 octets>")]
    [InlineData("A1 LOGIN alice {5}\r\n", "A1 LOGIN alice {5}")]
    [InlineData("* OK text that ends in {5}\r\n", "* OK text that ends in {5}")]
    [InlineData("* X {99}\r\nshort of it", "* X {99}<99 octets>")]
    [InlineData("one\r\ntwo\r\n", "one\\x0D\\x0Atwo")]
    public void Shows_octets_without_those_of_literals(string octets, string expected) =>
        Assert.Equal(expected, WireLine.Format(Encoding.Latin1.GetBytes(octets)));

    [Fact]
    public void Is_limited()
    {
        string line = WireLine.Format(Encoding.Latin1.GetBytes("* SEARCH " + new string('1', 5000) + "\r\n"));

        Assert.Equal("* SEARCH " + new string('1', WireLine.Longest - 9) + $"… ({5009 - WireLine.Longest} octets more)", line);
    }

    [Fact]
    public void Is_limited_after_literals()
    {
        string line = WireLine.Format(Encoding.Latin1.GetBytes("* X {3}\r\nabc" + new string('y', 5000) + " {3}\r\nabc)\r\n"));

        Assert.StartsWith("* X {3}<3 octets>yyy", line, StringComparison.Ordinal);
        Assert.EndsWith("octets more)", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, WireLine.Longest, WireLine.Longest + 60);
    }
}
