namespace ImapAsync.Tests.Repository;

public sealed class CSharpTokensTests
{
    [Theory]
    [InlineData("a.B(c)", "a . B ( c )")]
    [InlineData("a // Task\nb /* Task\n*/ c", "a b c")]
    [InlineData("#region Task\na", "a")]
    [InlineData("a = \"Task \\\" Task\" + b", "a = + b")]
    [InlineData("a = @\"Task \"\" \\\" + b", "a = + b")]
    [InlineData("a = \"\"\" Task \" Task \"\"\" + b", "a = + b")]
    [InlineData("a = \"Task\"u8;", "a = ;")]
    [InlineData("a = '\"'; b = '\\'';", "a = ; b = ;")]
    [InlineData("a = $\"Task {b} {{Task}} {c(\"}\")}\" + d", "a = b c ( ) + d")]
    [InlineData("a = $$\"\"\" {Task} {{b}} \"\"\" + d", "a = b + d")]
    public void LeavesOutCommentsAndLiterals(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', CSharpTokens.Read(text).Select(token => token.Text)));

    [Fact]
    public void CountsLines() =>
        Assert.Equal([new CSharpToken("a", 2), new CSharpToken("b", 6)], CSharpTokens.Read("\na /*\n*/ \"\"\"\n \n \"\"\" \nb"));
}
