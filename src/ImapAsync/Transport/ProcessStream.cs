using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ImapAsync;

/// <summary>
/// A child process's output and input as one stream. If the process fails, reads and writes report how, with its own
/// error text.
/// </summary>
internal sealed class ProcessStream : DuplexStream
{
    // How long a process may take to end after it has closed its output, or after its input was closed.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly Stream _output;
    private readonly Stream _input;
    private readonly ErrorTail _errors;
    private volatile bool _aborted;

    private ProcessStream(Process process, string name, TimeProvider time)
    {
        (_process, _name, _time) = (process, name, time);
        (_output, _input) = (process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        _errors = new ErrorTail(process.StandardError);
    }

    /// <exception cref="IOException">The process could not be started.</exception>
    public static ProcessStream Start(ProcessStartInfo startInfo, TimeProvider time)
    {
        startInfo.RedirectStandardInput = startInfo.RedirectStandardOutput = startInfo.RedirectStandardError = true;
        startInfo.UseShellExecute = false;
        startInfo.CreateNoWindow = true;
        try
        {
            Process process = Process.Start(startInfo)
                ?? throw new IOException($"'{startInfo.FileName}' could not be started.");
            return new ProcessStream(process, startInfo.FileName, time);
        }
        catch (Win32Exception failure)
        {
            throw new IOException($"'{startInfo.FileName}' could not be started: {failure.Message}", failure);
        }
    }

    // An empty buffer would wait on the pipes of some platforms but not of others.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        buffer.IsEmpty ? default : ReadDataAsync(buffer, cancellationToken);

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await _input.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            await ThrowIfFailedAsync(failure).ConfigureAwait(false);
            throw new IOException($"'{_name}' accepts no more input: {failure.Message}", failure);
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => _input.FlushAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        if (!_aborted)
        {
            await CloseInputAsync().ConfigureAwait(false);
            await HasEndedAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
        await _output.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        _aborted = true;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception failure)
            when (failure is InvalidOperationException or Win32Exception or AggregateException
                or NotSupportedException)
        {
            // It has ended already, or cannot be ended.
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int count = await _output.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (count == 0)
            await ThrowIfFailedAsync(cause: null).ConfigureAwait(false);
        return count;
    }

    private async ValueTask ThrowIfFailedAsync(Exception? cause)
    {
        if (_aborted)
            throw new IOException("The transport was aborted.", cause);
        if (!await HasEndedAsync().ConfigureAwait(false) || _process.ExitCode == 0)
            return;
        string said = _errors.ToString();
        throw new IOException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{_name}' ended with exit code {_process.ExitCode}"
                + $"{(said.Length == 0 ? " and said nothing about it." : $": {said}")}"),
            cause);
    }

    private async ValueTask<bool> HasEndedAsync()
    {
        try
        {
            await Task.WhenAll(_process.WaitForExitAsync(CancellationToken.None), _errors.Completion)
                .WaitAsync(Patience, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A grandchild may hold the standard error open.
        }

        return _process.HasExited;
    }

    private async ValueTask CloseInputAsync()
    {
        try
        {
            await _input.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The process was faster.
        }
    }
}
