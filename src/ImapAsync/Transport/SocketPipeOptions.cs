using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Pipelines.Sockets.Unofficial;

namespace ImapAsync;

/// <summary>How the two pipes of a socket are made. No thread is any connection's own.</summary>
/// <param name="Reader">Where it goes on that waits for octets.</param>
/// <param name="Writer">Where the loop that receives goes on after a pause.</param>
/// <param name="ReadAhead">How many octets make it pause.</param>
internal sealed record SocketPipeOptions(PipeScheduler Reader, PipeScheduler Writer, int ReadAhead)
{
    // An idle connection waits without a buffer, and the loops go on where the socket's operation ended, which is a
    // thread of the pool.
    private const SocketConnectionOptions Flags =
        SocketConnectionOptions.ZeroLengthReads | SocketConnectionOptions.InlineReads
        | SocketConnectionOptions.InlineWrites;

    // A flush ends when the operating system has all of it, as over a socket's stream: nothing waits in the pipe
    // unseen. The loop that sends runs nobody's code, and so does it at once.
    private static readonly PipeOptions Send = new(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 1,
        resumeWriterThreshold: 1, minimumSegmentSize: 64 << 10, useSynchronizationContext: false);

    /// <summary>
    /// Who reads a body goes on where the read ended, and may stay there for long. Were that within the loop that
    /// receives, nobody could hear the server meanwhile: so it is elsewhere.
    /// </summary>
    public static SocketPipeOptions Default { get; } =
        new(PipeScheduler.ThreadPool, PipeScheduler.ThreadPool, ReadAhead: 1 << 20);

    /// <summary>Puts the pipes over a socket.</summary>
    /// <param name="socket">Is connected; belongs to the connection.</param>
    /// <param name="buffers">Where the buffers come from that hold what is received.</param>
    public SocketConnection Open(Socket socket, ArrayPool<byte> buffers)
    {
        PipeOptions receive = new(
            new SocketPipePool(socket, buffers), Reader, Writer, ReadAhead, ReadAhead / 2,
            minimumSegmentSize: 1, useSynchronizationContext: false);
        return SocketConnection.Create(socket, Send, receive, Flags);
    }
}
