using System.Text;

namespace ImapAsync;

/// <summary>
/// Reads a process's standard error to its end, so that the process never blocks, and keeps the last part of it.
/// </summary>
internal sealed class ErrorTail
{
    private const int Kept = 2048;

    private readonly StringBuilder _text = new();

    public ErrorTail(StreamReader reader) => Completion = ReadAsync(reader);

    /// <summary>Completes when the standard error ends. Never fails.</summary>
    public Task Completion { get; }

    public override string ToString()
    {
        lock (_text)
            return _text.ToString().Trim();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        try
        {
            char[] block = new char[256];
            while (await reader.ReadAsync(block.AsMemory()).ConfigureAwait(false) is > 0 and var count)
                Keep(block.AsSpan(0, count));
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // What has been read so far is all there is.
        }
    }

    private void Keep(ReadOnlySpan<char> block)
    {
        lock (_text)
        {
            _text.Append(block);
            if (_text.Length > Kept)
                _text.Remove(0, _text.Length - Kept);
        }
    }
}
