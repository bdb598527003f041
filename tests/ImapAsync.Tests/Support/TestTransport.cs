using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>A transport that fails when a test says so, and that records its upgrades among what was written.</summary>
internal sealed class TestTransport : IImapTransport
{
    private readonly Pipe _toServer = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
    private readonly Pipe _toClient = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
    private readonly TestPipeWriter _output;

    public TestTransport() => _output = new TestPipeWriter(_toServer.Writer);

    public PipeReader Input => _toClient.Reader;

    public PipeWriter Output => _output;

    /// <summary>What the client wrote, for the server to read.</summary>
    public PipeReader Written => _toServer.Reader;

    /// <summary>How many octets the client had written when TLS began.</summary>
    public long? WrittenBeforeTls { get; private set; }

    public long? WrittenBeforeDeflate { get; private set; }

    /// <summary>Ends when the client begins TLS; the upgrade is done when the test lets it.</summary>
    public TaskCompletionSource UpgradeBegun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource UpgradeAllowed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsAborted { get; private set; }

    /// <summary>Ends when the transport is disposed of.</summary>
    public TaskCompletionSource Disposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<string> ReceiveAsync(int octets)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60), TimeProvider.System);
        ReadResult result = await Written.ReadAtLeastAsync(octets, patience.Token);
        string text = Encoding.Latin1.GetString(result.Buffer);
        Written.AdvanceTo(result.Buffer.End);
        return text;
    }

    public async Task SendAsync(string text) => await _toClient.Writer.WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>The next read throws, or finds the end.</summary>
    public void FailReads(Exception? exception) => _toClient.Writer.Complete(exception);

    /// <summary>The next flush throws.</summary>
    public void FailWrites(Exception exception) => _output.Failure = exception;

    public async ValueTask StartTlsAsync(string host, TlsOptions options, CancellationToken cancellationToken)
    {
        if (Input.TryRead(out ReadResult early) && !early.Buffer.IsEmpty)
            throw new IOException($"{early.Buffer.Length} bytes came in the clear");
        WrittenBeforeTls = _output.Total;
        UpgradeBegun.TrySetResult();
        await UpgradeAllowed.Task;
    }

    public async ValueTask StartDeflateAsync(CancellationToken cancellationToken)
    {
        WrittenBeforeDeflate = _output.Total;
        UpgradeBegun.TrySetResult();
        await UpgradeAllowed.Task;
    }

    public void Abort()
    {
        IsAborted = true;
        _toClient.Writer.Complete(new IOException("aborted"));
        _output.Failure ??= new IOException("aborted");
        UpgradeAllowed.TrySetException(new IOException("aborted"));
        _ = UpgradeAllowed.Task.Exception;
    }

    public async ValueTask DisposeAsync()
    {
        await _toClient.Reader.CompleteAsync();
        await _toServer.Writer.CompleteAsync();
        Disposed.TrySetResult();
    }

    private sealed class TestPipeWriter(PipeWriter inner) : PipeWriter
    {
        public Exception? Failure { get; set; }

        public long Total { get; private set; }

        public override void Advance(int bytes)
        {
            Total += bytes;
            inner.Advance(bytes);
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            Failure is null ? inner.FlushAsync(cancellationToken) : ValueTask.FromException<FlushResult>(Failure);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);
    }
}
