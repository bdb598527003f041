using System.Reflection;

namespace ImapAsync.Tests;

public sealed class QuirkListTests
{
    private const int Numbered = 43;

    [Fact]
    public void Each_numbered_quirk_has_its_test()
    {
        IEnumerable<int> tested =
            from type in typeof(QuirkListTests).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.IsDefined(typeof(FactAttribute))
            from quirk in method.GetCustomAttributes<QuirkAttribute>()
            select quirk.Number;

        Assert.Empty(Enumerable.Range(1, Numbered).Except(tested));
    }
}
