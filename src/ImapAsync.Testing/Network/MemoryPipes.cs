using System.IO.Pipelines;

namespace ImapAsync.Testing;

/// <summary>The two ends of an in-memory connection: what goes into one comes out of the other.</summary>
internal static class MemoryPipes
{
    // As much as a socket's buffers hold: a client that never reads blocks the server, as it would over TCP.
    private static readonly PipeOptions Options =
        new(pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19, useSynchronizationContext: false);

    public static (IDuplexPipe Client, IDuplexPipe Server) Create()
    {
        Pipe toServer = new(Options);
        Pipe toClient = new(Options);
        return (new End(toClient.Reader, toServer.Writer), new End(toServer.Reader, toClient.Writer));
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
