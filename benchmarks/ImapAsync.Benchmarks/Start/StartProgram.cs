namespace ImapAsync.Benchmarks;

/// <summary>A program that reads one envelope, to be measured from the start of its process.</summary>
/// <param name="Title">What it is called in the table.</param>
/// <param name="File">The file to start.</param>
/// <param name="Arguments">The arguments before the server and the account.</param>
/// <param name="Size">The octets of the program on disk, without the runtime that it shares with others; 0 if there is nothing else.</param>
internal sealed record StartProgram(string Title, string File, string[] Arguments, long Size = 0)
{
    public const string Aot = "ImapAsync, AOT";
    public const string Jit = "ImapAsync, JIT";

    private const string Project = "ImapAsync.FirstEnvelope";

    /// <summary>
    /// Whether it reads the system's roots: the framework loads all of them before it checks any certificate, even if the options
    /// name others.
    /// </summary>
    public bool HasSystemRoots { get; private init; } = true;

    /// <summary>Publishes this library's program in each way, and finds those of others that are installed.</summary>
    public static async Task<StartProgram[]> AllAsync()
    {
        string python = Path.Combine(AppContext.BaseDirectory, "Peers", "first_envelope.py");
        StartProgram? native = await PublishAsync(Aot, "aot", "-p:PublishAot=true");
        StartProgram?[] programs =
        [
            native,
            native is null ? null : native with { Title = $"{Aot}, no system roots", HasSystemRoots = false },
            await PublishAsync("ImapAsync, ReadyToRun", "r2r", "--no-self-contained", "-p:PublishReadyToRun=true"),
            await PublishAsync(Jit, "jit", "--no-self-contained"),
            await PublishAsync("MailKit, JIT", "mailkit", "--no-self-contained", "-p:WithMailKit=true"),
            await ProcessRun.TryOutputAsync("python3", "--version") is null ? null : new("imaplib", "python3", [python]),
        ];
        return [.. programs.OfType<StartProgram>()];
    }

    // Null if it cannot be published: without a C compiler, or without the package.
    private static async Task<StartProgram?> PublishAsync(string title, string name, params string[] how)
    {
        string project = Path.Combine(RepositoryFolder.Path, "benchmarks", Project);
        string folder = Path.Combine(RepositoryFolder.Path, "artifacts", "start", name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        string[] publish = ["publish", project, "-c", "Release", "--use-current-runtime", "-o", folder, "-v", "quiet", .. how];
        return await ProcessRun.TryOutputAsync("dotnet", publish) is null
            ? null
            : new(title, Path.Combine(folder, Project), [], SizeOf(folder));
    }

    // Neither symbols nor documentation.
    private static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles()
        .Where(static file => file.Extension is not (".pdb" or ".dbg" or ".xml"))
        .Sum(static file => file.Length);
}
