namespace ImapAsync;

/// <summary>The base of every exception that this library defines.</summary>
public abstract class ImapException : Exception
{
    /// <summary>Creates an exception that says what was wrong, what was expected and what to do.</summary>
    /// <param name="message">The message. It never contains a secret.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    protected ImapException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
