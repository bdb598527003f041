namespace ImapAsync.Tests;

/// <summary>The targets of the guided fuzzer find no fault in valid input; the fuzzer itself is run by hand (<c>tests/ImapAsync.Fuzz/fuzz.sh</c>).</summary>
public sealed class GuidedTargetTests
{
    public static TheoryData<string> Names => [.. GuidedTargets.All.Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_target_accepts_its_seeds(string name)
    {
        GuidedTarget target = GuidedTargets.Named(name);
        await target.RunAsync([]);
        foreach (byte[] seed in target.Seeds)
        {
            Exception? exception = await Record.ExceptionAsync(() => target.RunAsync(seed));
            Assert.True(exception is null, $"\"{Canon.Octets(seed)}\"\n{exception}");
        }
    }
}
