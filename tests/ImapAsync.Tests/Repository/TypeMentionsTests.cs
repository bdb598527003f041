namespace ImapAsync.Tests.Repository;

public sealed class TypeMentionsTests
{
    [Theory]
    [InlineData("public Name? Other { get; }")]
    [InlineData("private readonly List<Name> _other = [];")]
    [InlineData("void M(in Name other)")]
    [InlineData("_ = new Name();")]
    [InlineData("x = Name.Y;")]
    [InlineData("if (x is Name { Y: 1 })")]
    [InlineData("class X : Name")]
    [InlineData("class X : Y<Z, Name>")]
    [InlineData("case Name: break;")]
    [InlineData("return a == 1 ? Name.B : c;")]
    [InlineData("enum E { A } class B : Name;")]
    [InlineData("enum E { A, B } Name x;")]
    public void FindsTypes(string code) => Assert.Contains(TypeMentions.Of(CSharpTokens.Read(code)), token => token.Text == "Name");

    [Theory]
    [InlineData("x.Name()")]
    [InlineData("M(Name: 1)")]
    [InlineData("if (x is { Name: 1 })")]
    [InlineData("x with { Name = 1 }")]
    [InlineData("public Other Name { get; }")]
    [InlineData("public Other? Name { get; }")]
    [InlineData("public List<int> Name => x;")]
    [InlineData("public Other Name() => x;")]
    [InlineData("record R(Other Name)")]
    [InlineData("enum E : byte { A, Name, B }")]
    [InlineData("using Name = System.Text.Other; Name.X();")]
    public void LeavesOutMembersOfThatName(string code)
    {
        string[] found = [.. TypeMentions.Of(CSharpTokens.Read(code)).Select(token => token.Text)];
        Assert.True(!found.Contains("Name"), string.Join(' ', found));
    }
}
