namespace ImapAsync.Tests;

/// <summary>Tests that listen to the process's traces and metrics, or measure the cost when nothing does: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}
