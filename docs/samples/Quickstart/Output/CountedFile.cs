namespace Quickstart;

/// <summary>
/// A new file that reports the size of each write, so that the bar moves within a large message too.
/// </summary>
internal sealed class CountedFile(string path, Action<double> written)
    : FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 16 << 10, useAsync: true)
{
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await base.WriteAsync(buffer, cancellationToken);
        written(buffer.Length);
    }
}
