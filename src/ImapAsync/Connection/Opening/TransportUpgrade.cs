namespace ImapAsync;

/// <summary>
/// Begins TLS or compression on a connection that is open, after the server's OK to STARTTLS or COMPRESS. Where TLS
/// comes before the greeting, <see cref="ImapTransport.ConnectTlsAsync"/> begins it.
/// </summary>
internal static class TransportUpgrade
{
    /// <summary>
    /// Puts TLS or compression under the connection. To be called while nobody reads or writes.
    /// </summary>
    /// <returns>What the caller may know of the answer.</returns>
    public static async ValueTask<StatusResponse> BeginAsync(
        SessionEffect effect, StatusResponse answer, ConnectionContext context, SessionEvents events)
    {
        if (effect != SessionEffect.StartsTls)
        {
            await context.Transport.StartDeflateAsync(CancellationToken.None).ConfigureAwait(false);
            context.Log.Compressed();
            return answer;
        }

        await context.Transport.StartTlsAsync(context.Host, context.Options.Tls, CancellationToken.None)
            .ConfigureAwait(false);
        events.Secured();
        context.LogTls();
        // An attacker on the network may have written what the answer says.
        return answer with { Code = null, Text = "" };
    }
}
