namespace ImapAsync.Extensibility;

/// <summary>What a mechanism may know about the connection that it authenticates.</summary>
public sealed class SaslContext
{
    /// <summary>The host name that the user specified; empty if there is none, as in a tunnel.</summary>
    public required string Host { get; init; }

    /// <summary>The port that the user specified; 0 if there is none.</summary>
    public int Port { get; init; }

    /// <summary>The GSSAPI service name (RFC 3501 §6.2.2).</summary>
    /// <value>Default: <c>imap</c>.</value>
    public string Service { get; init; } = "imap";

    /// <summary>Whether TLS protects the connection.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>
    /// Returns channel binding data by type (RFC 5929, RFC 9266): <c>tls-exporter</c>, <c>tls-unique</c> or
    /// <c>tls-server-end-point</c>. It returns <see langword="null"/> for a type that the connection does not have.
    /// </summary>
    /// <value>Default: no type is available.</value>
    public Func<string, ReadOnlyMemory<byte>?> ChannelBinding { get; init; } = static _ => null;

    /// <summary>
    /// The mechanisms that the server offers (<c>AUTH=</c> without the prefix); <see langword="null"/> if they are not
    /// known yet.
    /// </summary>
    public IReadOnlyCollection<string>? OfferedMechanisms { get; init; }

    /// <summary>Whether the server is known to offer a mechanism.</summary>
    internal bool Offers(string mechanism)
        => OfferedMechanisms is not null && OfferedMechanisms.Contains(mechanism, StringComparer.OrdinalIgnoreCase);
}
