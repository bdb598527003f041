using System.Diagnostics;

namespace ImapAsync.Benchmarks;

/// <summary>A client that is measured: each work in a process of its own.</summary>
internal abstract class Peer(string name, string title)
{
    /// <summary>What it is called on the command line.</summary>
    public string Name { get; } = name;

    /// <summary>What it is called in the table.</summary>
    public string Title { get; } = title;

    /// <summary>What it is, and of which version; null if it is not installed.</summary>
    public string? Version { get; protected set; }

    /// <summary>Why it is left out.</summary>
    public string Missing { get; protected set; } = "not installed";

    /// <summary>Finds out whether it is installed.</summary>
    public abstract Task ProbeAsync();

    public abstract bool Does(Work work);

    /// <summary>Runs the work in a fresh process.</summary>
    public virtual async Task<Measurement> RunAsync(ClientSettings settings)
    {
        string output = await ProcessRun.OutputAsync(Start(settings));
        string last = output.TrimEnd().Split('\n')[^1];
        return Measurement.Parse(last);
    }

    protected abstract ProcessStartInfo Start(ClientSettings settings);
}
