using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Pipelines.Sockets.Unofficial;

namespace ImapAsync;

/// <summary>
/// A socket with a pair of pipes, as a stream for the layers over it (TLS, compression, a proxy's tunnel), and as a
/// <see cref="Reader"/> for direct reading. Errors are those of a socket's own stream: an <see cref="IOException"/>,
/// never a cancellation that nobody requested.
/// </summary>
internal sealed class SocketPipeStream : DuplexPipeStream
{
    // Larger writes go through the pipe in pieces, so that they are not copied as a whole.
    private const int LargestPiece = 64 << 10;

    private readonly SocketConnection _connection;

    private SocketPipeStream(SocketConnection connection, PipeReader reader)
        : base(reader, connection.Output) => (_connection, Reader) = (connection, reader);

    /// <summary>
    /// Incoming data. Completing it ends the socket's receiving half: a layer over the stream leaves it alone.
    /// </summary>
    public PipeReader Reader { get; }

    /// <param name="socket">The connected socket, owned by the stream.</param>
    /// <param name="options">How the pipes are created.</param>
    /// <param name="buffers">The source of its buffers; null for the shared pool.</param>
    public static SocketPipeStream Create(Socket socket, SocketPipeOptions options, ArrayPool<byte>? buffers = null)
    {
        // Its loops outlive the call and must not capture the caller's execution context.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        SocketConnection connection = options.Open(socket, buffers ?? ArrayPool<byte>.Shared);
        return new SocketPipeStream(connection, new SocketPipeReader(connection.Input));
    }

    /// <summary>What went wrong, in words, if the socket reports it; otherwise null.</summary>
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
            // The sending loop has ended and has also completed this end of its pipe.
            SocketException error = new((int)_connection.SocketError);
            string? reason = error.SocketErrorCode == SocketError.Success
                ? "The connection is closed."
                : Explain(error);
            throw new IOException(reason, failure);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _connection.Dispose();
        base.Dispose(disposing);
    }

    // The sending loop continues on this thread, inside the call, and would keep the caller's context until the next
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
