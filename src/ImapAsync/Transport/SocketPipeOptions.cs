using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Pipelines.Sockets.Unofficial;

namespace ImapAsync;

/// <summary>How the two pipes of a socket are created. No connection has a thread of its own.</summary>
/// <param name="Reader">Where the code that waits for octets continues.</param>
/// <param name="Writer">Where the receiving loop continues after a pause.</param>
/// <param name="ReadAhead">The number of octets that make it pause.</param>
internal sealed record SocketPipeOptions(PipeScheduler Reader, PipeScheduler Writer, int ReadAhead)
{
    // An idle connection waits without a buffer, and the loops continue where the socket's operation ended, on a thread
    // of the pool.
    private const SocketConnectionOptions Flags =
        SocketConnectionOptions.ZeroLengthReads | SocketConnectionOptions.InlineReads
        | SocketConnectionOptions.InlineWrites;

    // As over a socket's stream, a flush ends when the operating system has all of it: nothing waits unseen in the
    // pipe. The sending loop runs no caller's code, so it continues inline.
    private static readonly PipeOptions Send = new(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 1,
        resumeWriterThreshold: 1, minimumSegmentSize: 64 << 10, useSynchronizationContext: false);

    /// <summary>
    /// The reader of a body continues where its read ended, and may stay there for long. If that were inside the
    /// receiving loop, the server could not be heard meanwhile, so it continues elsewhere.
    /// </summary>
    public static SocketPipeOptions Default { get; } =
        new(PipeScheduler.ThreadPool, PipeScheduler.ThreadPool, ReadAhead: 1 << 20);

    /// <summary>Puts the pipes over a socket.</summary>
    /// <param name="socket">The connected socket, owned by the connection.</param>
    /// <param name="buffers">The source of the buffers that hold received data.</param>
    public SocketConnection Open(Socket socket, ArrayPool<byte> buffers)
    {
        PipeOptions receive = new(
            new SocketPipePool(socket, buffers), Reader, Writer, ReadAhead, ReadAhead / 2,
            minimumSegmentSize: 1, useSynchronizationContext: false);
        return SocketConnection.Create(socket, Send, receive, Flags);
    }
}
