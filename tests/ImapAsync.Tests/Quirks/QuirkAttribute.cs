namespace ImapAsync.Tests;

/// <summary>Which numbered quirk a test is about; <c>QuirkListTests</c> fails if one has no test.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class QuirkAttribute(int number) : Attribute
{
    public int Number { get; } = number;
}
