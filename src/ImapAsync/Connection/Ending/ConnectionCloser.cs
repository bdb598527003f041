namespace ImapAsync;

/// <summary>
/// Closes a connection in an orderly way: with LOGOUT if possible, without waiting for a server that does not answer.
/// </summary>
internal static class ConnectionCloser
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async ValueTask CloseAsync(ConnectionCore core)
    {
        if (core.End.Fault is null && !core.Commands.IsBusy)
        {
            try
            {
                Task<ImapResult<ImapNothing>> logout =
                    core.SendAsync(new LogoutCommand(), mailbox: null, opens: null, CancellationToken.None).AsTask();
                await logout.WaitAsync(Patience, core.Context.Time).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is ImapException or TimeoutException)
            {
                // The connection ends either way.
            }
        }

        await core.DisposeAsync().ConfigureAwait(false);
    }
}
