namespace ImapAsync.Tests;

/// <summary>All targets of the guided fuzzer.</summary>
internal static class GuidedTargets
{
    public static IReadOnlyList<GuidedTarget> All { get; } =
        [new ScannerTarget(), new TokensTarget(), new ResponsesTarget(), new DecodingTarget(), new SaslTarget(), new ConnectionTarget(), new FlightTarget()];

    public static GuidedTarget Named(string name) =>
        All.FirstOrDefault(target => target.Name == name) ?? throw new ArgumentException($"There is no target {name}, but {string.Join(", ", All.Select(static target => target.Name))}.", nameof(name));
}
