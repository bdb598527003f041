namespace ImapAsync.Testing;

/// <summary>The life of a connection: greeting, commands, goodbye.</summary>
internal static class SessionLoop
{
    public static async Task RunAsync(ClientSession session, bool tls)
    {
        try
        {
            if (tls)
                await session.StartTlsAsync(session.End).ConfigureAwait(false);
            await ServeAsync(session, session.End).ConfigureAwait(false);
        }
        catch (ConnectionDroppedException)
        {
            session.Wire.Abort();
        }
        catch (Exception exception)
            when (exception is IOException or ObjectDisposedException or OperationCanceledException
                or System.Security.Authentication.AuthenticationException)
        {
            // The client is gone, or the server stops: there is nobody to notify.
            session.Wire.Abort();
        }
        finally
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask ServeAsync(ClientSession session, CancellationToken cancellationToken)
    {
        Greeting.Write(session);
        await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await ObeyAsync(session, cancellationToken).ConfigureAwait(false);
        }
        catch (InputTooLongException exception)
        {
            session.Writer.Bye("TOOBIG", exception.Message);
        }
        catch (ClientGoneException)
        {
            // What follows reaches a client that fell silent; one that is gone does not receive it.
        }

        if (session.Inactivity.HasExpired)
            session.Writer.Bye(code: null, "The connection was idle for too long");
        await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask ObeyAsync(ClientSession session, CancellationToken cancellationToken)
    {
        while (!session.IsOver)
        {
            byte[]? octets = await CommandGathering.ReadAsync(session, cancellationToken).ConfigureAwait(false);
            if (octets is null)
                return;
            await CommandRunner.RunAsync(session, octets, cancellationToken).ConfigureAwait(false);
            if (session.IsOver || session.Upgrade is not null || !session.Reader.HasMore)
                await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (session.Upgrade is not { } upgrade)
                continue;
            session.Upgrade = null;
            await upgrade(cancellationToken).ConfigureAwait(false);
        }
    }
}
