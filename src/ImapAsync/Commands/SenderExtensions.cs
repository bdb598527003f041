namespace ImapAsync;

/// <summary>What all named methods do.</summary>
internal static class SenderExtensions
{
    /// <summary>Sends a command and returns its value.</summary>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static async ValueTask<T> SendForValueAsync<T>(this IImapSender sender, ImapCommand<T> command, CancellationToken cancellationToken) =>
        (await sender.SendAsync(command, cancellationToken).ConfigureAwait(false)).Value;
}
