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
        var environment = new ClientEnvironment(server, Directory.CreateTempSubdirectory("imap-client").FullName);
        await File.WriteAllTextAsync(environment.CertificateFile, server.Certificate.ExportCertificatePem(), cancellationToken);
        return environment;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
