namespace ImapAsync;

/// <summary>A proxy did not open a tunnel.</summary>
internal sealed class ProxyException(string message, Exception? cause = null) : IOException(message, cause)
{
    /// <summary>Whether it may do so later: it could not reach the server, or has not finished its answer.</summary>
    public bool IsTransient { get; init; }
}
