namespace ImapAsync.Tests;

/// <summary>Which of the quirks that are known by number a test is about; <c>QuirkListTests</c> misses those without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class QuirkAttribute(int number) : Attribute
{
    public int Number { get; } = number;
}
