namespace ImapAsync;

/// <summary>
/// An account on a server: the service that an application injects. <c>services.AddImapClient(options => …)</c>
/// registers one account or, with names, any number of them as keyed services. Thread-safe; it holds no connection of
/// its own.
/// </summary>
public interface IImapClient
{
    /// <summary>
    /// Opens a connection and authenticates it according to the current options. If the options do not specify a
    /// mechanism, the strongest one that the server offers is used, or the LOGIN command if it offers none. A token
    /// provider is asked each time, and once more if the server refuses its token.
    /// </summary>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>An authenticated connection, which belongs to the caller: dispose it.</returns>
    /// <exception cref="ImapConnectionException">
    /// The server could not be reached, did not greet, or its certificate was not accepted: the message says which.
    /// </exception>
    /// <exception cref="ImapAuthenticationException">
    /// The server refused the credentials, or offers no way to authenticate that may be used.
    /// </exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
    /// The options were changed while the application was running, and are no longer valid.
    /// </exception>
    Task<IImapConnection> ConnectAsync(CancellationToken cancellationToken = default);
}
