namespace Quickstart;

/// <summary>What the command line says.</summary>
internal sealed record Settings
{
    /// <summary>The server; null for the embedded one.</summary>
    public string? Host { get; init; }

    public int? Port { get; init; }

    public bool StartTls { get; init; }

    /// <summary>
    /// A PEM file with the authority that signed the server's certificate, if the system does not trust it.
    /// </summary>
    public FileInfo? Authority { get; init; }

    public string? User { get; init; }

    /// <summary>The environment variable that holds the password; without it there is a prompt.</summary>
    public required string PasswordVariable { get; init; }

    /// <summary>The environment variable that holds an OAuth token.</summary>
    public string? TokenVariable { get; init; }

    public required string Mailbox { get; init; }

    public required string Search { get; init; }

    /// <summary>How many messages are looked at, the newest ones.</summary>
    public required int Newest { get; init; }

    /// <summary>Where messages are saved; null for a new temporary folder.</summary>
    public DirectoryInfo? Folder { get; init; }

    public required int WatchSeconds { get; init; }

    public bool MayWrite { get; init; }

    /// <summary>How many generated messages are appended first.</summary>
    public int Fill { get; init; }
}
