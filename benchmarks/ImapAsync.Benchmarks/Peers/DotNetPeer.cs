using System.Diagnostics;
using System.Reflection;

namespace ImapAsync.Benchmarks;

/// <summary>A peer written in C#: this program again, as a process of its own.</summary>
internal sealed class DotNetPeer(string name, string title, Func<Work, bool> does, Assembly? library) : Peer(name, title)
{
    public static string Program { get; } = Environment.ProcessPath!;

    public override Task ProbeAsync()
    {
        Version = library is null ? null : $"{Title} {VersionOf(library)}";
        Missing = "build with -p:WithMailKit=true";
        return Task.CompletedTask;
    }

    private static string? VersionOf(Assembly library) =>
        library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    public override bool Does(Work work) => does(work);

    protected override ProcessStartInfo Start(ClientSettings settings) => new(Program, ["client", Name, .. settings.ToArguments()]);
}
