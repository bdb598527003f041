namespace ImapAsync;

/// <summary>The server sent more than one of <see cref="ImapLimits"/> allows to be held in memory.</summary>
public sealed class ImapLimitException : ImapProtocolException
{
    internal ImapLimitException(string message, string limit)
        : base(message) => Limit = limit;

    /// <summary>The name of the limit: one of the properties of <see cref="ImapLimits"/>.</summary>
    public string Limit { get; }
}
