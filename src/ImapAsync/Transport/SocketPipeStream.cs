using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Pipelines.Sockets.Unofficial;

namespace ImapAsync;

/// <summary>
/// A socket behind a pair of pipes, as a stream for what stands over it (TLS, compression, a proxy's tunnel), and as a
/// <see cref="Reader"/> for who reads it directly. Faults are those of a socket's own stream: an
/// <see cref="IOException"/>, never a cancellation that nobody asked for.
/// </summary>
internal sealed class SocketPipeStream : DuplexPipeStream
{
    // What is larger goes through the pipe in pieces, so that it is not copied as a whole.
    private const int LargestPiece = 64 << 10;

    private readonly SocketConnection _connection;

    private SocketPipeStream(SocketConnection connection, PipeReader reader)
        : base(reader, connection.Output) => (_connection, Reader) = (connection, reader);

    /// <summary>
    /// What arrives. Completing it ends the socket's receiving half: a layer over the stream leaves it alone.
    /// </summary>
    public PipeReader Reader { get; }

    /// <param name="socket">Is connected; belongs to the stream.</param>
    /// <param name="options">How the pipes are made.</param>
    /// <param name="buffers">Where its buffers come from; null for the shared pool.</param>
    public static SocketPipeStream Create(Socket socket, SocketPipeOptions options, ArrayPool<byte>? buffers = null)
    {
        // Its loops outlive the call, and must not keep what is the caller's.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        SocketConnection connection = options.Open(socket, buffers ?? ArrayPool<byte>.Shared);
        return new SocketPipeStream(connection, new SocketPipeReader(connection.Input));
    }

    /// <summary>What went wrong, in words, where it is the socket that tells it; null otherwise.</summary>
    public static string? Explain(Exception failure) =>
        failure is SocketException or ConnectionAbortedException or ConnectionResetException
        ? $"{failure.Message.TrimEnd('.')}."
        : null;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            do
            {
                ReadOnlyMemory<byte> piece = buffer[..Math.Min(buffer.Length, LargestPiece)];
                buffer = buffer[piece.Length..];
                await PutAsync(piece, cancellationToken).ConfigureAwait(false);
            }
            while (!buffer.IsEmpty);
        }
        catch (Exception failure) when (Explain(failure) is { } reason)
        {
            throw new IOException(reason, failure);
        }
        catch (InvalidOperationException failure) when (_connection.ShutdownKind != PipeShutdownKind.None)
        {
            // The loop that sends has ended, and completed this end of its pipe too.
            var error = new SocketException((int)_connection.SocketError);
            string? reason = error.SocketErrorCode == SocketError.Success
                ? "The connection is closed."
                : Explain(error);
            throw new IOException(reason, failure);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _connection.Dispose();
        base.Dispose(disposing);
    }

    // The loop that sends goes on, on this thread, within the call, and would keep the caller's context until the next
    // one.
    private ValueTask PutAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        try
        {
            return base.WriteAsync(piece, cancellationToken);
        }
        finally
        {
            flow?.Undo();
        }
    }
}
