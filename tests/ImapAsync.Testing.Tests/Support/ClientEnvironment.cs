namespace ImapAsync.Testing.Tests.Support;

/// <summary>A server with a few users, and a directory with what its clients need.</summary>
internal sealed class ClientEnvironment : IAsyncDisposable
{
    private ClientEnvironment(ImapTestServer server, string directory)
    {
        Server = server;
        Folder = directory;
    }

    public ImapTestServer Server { get; }

    public string Folder { get; }

    /// <summary>The server's certificate as a PEM file.</summary>
    public string CertificateFile => Path.Combine(Folder, "ca.pem");

    /// <summary>Where the server is, for scripts.</summary>
    public Dictionary<string, string> Variables => new()
    {
        ["IMAP_HOST"] = Server.Endpoint.Host,
        ["IMAP_PORT"] = $"{Server.Endpoint.Port}",
        ["IMAPS_PORT"] = $"{Server.TlsEndpoint.Port}",
        ["IMAP_CA"] = CertificateFile,
        ["HOME"] = Folder,
    };

    public static async Task<ClientEnvironment> CreateAsync(int messages, CancellationToken cancellationToken)
    {
        ImapTestServer server = await ImapTestServer.StartAsync(
            options =>
            {
                options.AddUser("alice", "secret").Inbox.AddMessages(messages);
                options.AddUser("bob", "hunter2");
                options.AddUser("root", "toor").AsAdministrator();
            },
            cancellationToken);
        ClientEnvironment environment = new(server, Directory.CreateTempSubdirectory("imap-client").FullName);
        await File.WriteAllTextAsync(environment.CertificateFile, server.Certificate.ExportCertificatePem(), cancellationToken);
        return environment;
    }

    /// <summary>Writes a file that only its owner may read, as clients require for passwords; returns its path.</summary>
    public async Task<string> WriteAsync(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }

    /// <summary>Runs a client, which must succeed; returns its output.</summary>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        (int exitCode, string output) = await ClientProgram.RunAsync(program, arguments, Variables, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, $"{program}: {exitCode}\n{output}\n{string.Join('\n', Server.Commands.TakeLast(20))}");
        return output;
    }

    /// <summary>The messages of a maildir, new ones too, with their flags at the end of their names.</summary>
    public string[] FilesIn(params ReadOnlySpan<string> maildir)
    {
        string folder = Path.Combine([Folder, .. maildir]);
        return [.. new[] { "cur", "new" }.Select(part => Path.Combine(folder, part)).Where(Directory.Exists).SelectMany(Directory.GetFiles).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
