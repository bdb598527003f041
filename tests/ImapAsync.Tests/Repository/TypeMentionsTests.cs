using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
    [InlineData("switch (x) { case Name: break; }")]
    [InlineData("return a == 1 ? Name.B : c;")]
    [InlineData("enum E { A } class B : Name;")]
    [InlineData("enum E { A, B } Name x;")]
    public void Finds_types(string code) => Assert.Contains(Of(code), token => token.Text == "Name");

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
    public void Leaves_out_members_of_that_name(string code)
    {
        string[] found = [.. Of(code).Select(token => token.Text)];
        Assert.True(!found.Contains("Name"), string.Join(' ', found));
    }

    [Theory]
    [InlineData("x.Y(); // Name\n/* Name */", "x")]
    [InlineData("#region Name\nx.Y();", "x")]
    [InlineData("/// <see cref=\"Name\"/>\nvoid M() => x.Y(\"Name\");", "x")]
    [InlineData("a = $\"Name {b} {{Name}} {c(\"}\")}\" + d;", "b c d")]
    [InlineData("a = $$\"\"\" {Name} {{b}} \"\"\" + d;", "b d")]
    [InlineData("async void M() { await x; }", "async await x")]
    public void Leaves_out_comments_and_literals_but_not_their_holes(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', Of(code).Select(static token => token.Text)));

    private static IEnumerable<SyntaxToken> Of(string code) => TypeMentions.Of(CSharpSyntaxTree.ParseText(code).GetRoot());
}
