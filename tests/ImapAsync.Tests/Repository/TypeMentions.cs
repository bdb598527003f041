using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImapAsync.Tests.Repository;

/// <summary>Which names in a C# file may be those of types, judged by their position alone: members and types of one name are distinguished.</summary>
internal static class TypeMentions
{
    /// <summary>These names, and the words <c>async</c> and <c>await</c>.</summary>
    public static IEnumerable<SyntaxToken> Of(SyntaxNode file)
    {
        HashSet<string> aliases =
            [.. file.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(static directive => directive.Alias?.Name.Identifier.Text).OfType<string>()];
        return file.DescendantTokens().Where(token => token.Parent is SimpleNameSyntax name && name.Identifier == token
            ? IsType(name) && !aliases.Contains(token.Text)
            : token.IsKind(SyntaxKind.AsyncKeyword) || token.IsKind(SyntaxKind.AwaitKeyword));
    }

    private static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        AssignmentExpressionSyntax assignment => assignment.Left != name,
        MemberBindingExpressionSyntax or NameColonSyntax or ExpressionColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };
}
