namespace ImapAsync;

/// <summary>
/// An account on a server, without a container: <c>new ImapClient(new ImapClientOptions { … })</c>. See
/// <see cref="IImapClient"/>.
/// </summary>
public sealed class ImapClient : IImapClient
{
    private readonly Func<ImapClientOptions> _options;

    /// <summary>Creates a client.</summary>
    /// <param name="options">
    /// The server, the user and the settings. They are read at each <see cref="ConnectAsync"/>.
    /// </param>
    /// <exception cref="ArgumentException">Something is missing or wrong: the message lists everything.</exception>
    public ImapClient(ImapClientOptions options)
        : this(() => options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (ClientOptionsCheck.FindProblems(options) is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
    }

    internal ImapClient(Func<ImapClientOptions> options) => _options = options;

    async Task<IImapConnection> IImapClient.ConnectAsync(CancellationToken cancellationToken) =>
        await ConnectAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc cref="IImapClient.ConnectAsync"/>
    public async Task<ImapConnection> ConnectAsync(CancellationToken cancellationToken = default)
    {
        ImapClientOptions options = _options();
        ImapEndpoint endpoint = new(options.Host!, options.Port, options.Security);
        ImapConnection connection =
            await ImapConnection.ConnectAsync(endpoint, options.Connection, cancellationToken).ConfigureAwait(false);
        try
        {
            await AccountAuthentication.AuthenticateAsync(connection, options, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
