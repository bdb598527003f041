namespace ImapAsync;

/// <summary>
/// The base of every exception that this library defines. Three properties are enough to decide what to do:
/// <see cref="Outcome"/> says whether the command may be repeated without harm, <see cref="IsTransient"/> whether
/// repeating it may help, and <see cref="Code"/> what the server gave as its reason.
/// </summary>
public abstract class ImapException : Exception
{
    private readonly bool? _isTransient;

    /// <summary>Creates an exception that says what was wrong, what was expected and what to do.</summary>
    /// <param name="message">The message. It never contains a secret.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    protected ImapException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// What happened to the command: only <see cref="CommandOutcome.Unknown"/> leaves open whether the server did it.
    /// </summary>
    /// <value>Default: <see cref="CommandOutcome.Unknown"/>.</value>
    public CommandOutcome Outcome { get; init; } = CommandOutcome.Unknown;

    /// <summary>
    /// Whether the same may succeed later without any change: a server that is down, busy, throttling or out of reach,
    /// or whose answer took too long. Wait before repeating it, and not forever. It says nothing about whether a
    /// repetition is harmless: <see cref="Outcome"/> does.
    /// </summary>
    /// <value>
    /// Default: decided by the exception's type and by <see cref="Code"/>. Of the codes of RFC 5530 §3, UNAVAILABLE,
    /// INUSE and SERVERBUG are transient (Dovecot sends the last for every internal error), and so are TEMPFAIL
    /// (RFC 5259 §9) and THROTTLED; LIMIT and OVERQUOTA are not, since waiting does not help.
    /// </value>
    public bool IsTransient { get => _isTransient ?? MayPass; init => _isTransient = value; }

    /// <summary>The response code of the server's refusal or of its BYE; null if there was none.</summary>
    /// <value>Default: null.</value>
    public ResponseCode? Code { get; init; }

    /// <summary>Whether it is transient if nothing else is set.</summary>
    private protected virtual bool MayPass => RefusalCodes.IsPassing(Code);
}
