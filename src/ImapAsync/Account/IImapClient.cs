namespace ImapAsync;

/// <summary>
/// One account on one server: what an application injects. <c>services.AddImapClient(options => …)</c> registers it,
/// and with a name, as a keyed service, any number of them. Thread-safe; it holds no connection of its own.
/// </summary>
public interface IImapClient
{
    /// <summary>
    /// Opens a connection and authenticates it, as the options say at this moment. Where the options leave the
    /// mechanism open, the strongest one that the server offers is taken, and the command LOGIN where it offers none. A
    /// token provider is asked each time, and once more where the server refuses its token.
    /// </summary>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>An authenticated connection, which belongs to the caller: dispose of it.</returns>
    /// <exception cref="ImapConnectionException">
    /// The server could not be reached, did not greet, or its certificate was not accepted: the message says which.
    /// </exception>
    /// <exception cref="ImapAuthenticationException">
    /// The server refused the credentials, or offers no way to authenticate that may be used.
    /// </exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
    /// The options were changed while the application runs, and are wrong now.
    /// </exception>
    Task<ImapConnection> ConnectAsync(CancellationToken cancellationToken = default);
}
