namespace ImapAsync;

/// <summary>The server sent more than a limit allows to be held in memory.</summary>
public sealed class ImapLimitException : ImapProtocolException
{
    internal ImapLimitException(string message, string limit)
        : base(message) => Limit = limit;

    /// <summary>
    /// The name of the limit: a property of <see cref="ImapLimits"/>, or <c>maxOctets</c>, the parameter of the method
    /// that was called.
    /// </summary>
    public string Limit { get; }
}
