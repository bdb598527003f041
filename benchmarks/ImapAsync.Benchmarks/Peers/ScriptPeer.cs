using System.Diagnostics;
using System.Text.Json;

namespace ImapAsync.Benchmarks;

/// <summary>Python's imaplib, which is part of Python.</summary>
internal sealed class ImaplibPeer() : Peer("imaplib", "imaplib")
{
    private static readonly string[] Works = ["W1a", "W2", "W3", "W5s", "W6s", "W7", "W9", "W10c", "W1a-live", "W3-live"];

    public override async Task ProbeAsync() => Version = (await ProcessRun.TryOutputAsync("python3", "--version"))?.Trim();

    public override bool Does(Work work) => Works.Contains(work.Name);

    protected override ProcessStartInfo Start(ClientSettings settings) =>
        new("python3", [Path.Combine(AppContext.BaseDirectory, "Peers", "imaplib_peer.py"), .. settings.ToArguments()]);
}

/// <summary>imapflow, installed from npm into a folder of the machine's temporary ones.</summary>
internal sealed class ImapflowPeer() : Peer("imapflow", "imapflow")
{
    private static readonly string[] Works = ["W1c", "W2", "W3", "W5s", "W6s", "W9", "W3-live"];
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "imapasync-benchmarks-npm");

    public override async Task ProbeAsync()
    {
        if (await ProcessRun.TryOutputAsync("node", "--version") is not { } node)
            return;
        string package = Path.Combine(Folder, "node_modules", "imapflow", "package.json");
        if (!File.Exists(package))
        {
            Directory.CreateDirectory(Folder);
            await ProcessRun.TryOutputAsync("npm", "install", "--prefix", Folder, "--no-audit", "--no-fund", "--silent", "imapflow");
        }

        if (!File.Exists(package))
        {
            Missing = "npm could not install it";
            return;
        }

        using JsonDocument description = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(package));
        Version = $"imapflow {description.RootElement.GetProperty("version").GetString()} on Node {node.Trim()}";
    }

    public override bool Does(Work work) => Works.Contains(work.Name);

    protected override ProcessStartInfo Start(ClientSettings settings)
    {
        ProcessStartInfo start = new("node", [Path.Combine(AppContext.BaseDirectory, "Peers", "imapflow_peer.mjs"), .. settings.ToArguments()]);
        start.Environment["IMAPFLOW_FOLDER"] = Folder;
        return start;
    }
}
