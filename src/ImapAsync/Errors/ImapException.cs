namespace ImapAsync;

/// <summary>The base of every exception that this library defines.</summary>
public abstract class ImapException : Exception
{
    /// <summary>Makes an exception that says what was wrong, what was expected and what to do.</summary>
    /// <param name="message">The message. It never holds a secret.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    protected ImapException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
