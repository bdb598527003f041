namespace ImapAsync.Tests;

/// <summary>Tests that listen to the process's traces and metrics, or measure what it costs when nobody does: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}
