using System.Text;

namespace ImapAsync.Tests;

public sealed class QuotedTokenTests
{
    // Sixteen octets are examined at a time: the end of a string must be found at any offset.
    [Theory]
    [InlineData("\"", true, false)]
    [InlineData("\\\"\"", true, true)]
    [InlineData("\\\\\"", true, true)]
    [InlineData("\r\"", true, false)]
    [InlineData("\r\n\"", false, false)]
    [InlineData("\n\"", false, false)]
    [InlineData("\\\n\"", false, false)]
    [InlineData("", false, false)]
    [InlineData("\\", false, false)]
    public void It_ends_at_its_quote_wherever_that_is(string end, bool isClosed, bool escaped)
    {
        for (int before = 0; before < 70; before++)
        {
            string quoted = new string('\u00E9', before) + end;
            int length = QuotedToken.Length(Encoding.Latin1.GetBytes(quoted + (isClosed ? "\"()" : "")), out bool hasBackslash);
            Assert.Equal(isClosed ? quoted.Length - 1 : -1, length);
            Assert.Equal(escaped, hasBackslash);
        }
    }
}
