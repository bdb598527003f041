namespace ImapAsync;

/// <summary>
/// Which mailbox a connection has selected. A SELECT makes its mailbox the current one when it is written, so that
/// commands may follow it at once; whether the server has selected one is known only from its answers, and later.
/// </summary>
internal sealed class Selections
{
    private MailboxSelection? _current;
    private volatile bool _mayRemain;
    private volatile bool _isOpen;

    /// <summary>The selection that is current, or being made.</summary>
    public MailboxSelection? Current => Volatile.Read(ref _current);

    /// <summary>
    /// Whether a SELECT that the library recognises as one has selected a mailbox that was not left since.
    /// </summary>
    public bool IsOpen => _isOpen;

    /// <summary>Whether the server may have a mailbox selected, as far as its answers show.</summary>
    public bool MayRemain => _mayRemain;

    /// <summary>
    /// A command that selects a mailbox or ends the selection is being written. Returns the selection that was current
    /// until now, for its observers.
    /// </summary>
    /// <param name="next">What it selects; null if that is nothing, or not known.</param>
    public MailboxSelection? Begin(MailboxSelection? next)
    {
        next?.MayBeMistaken = _mayRemain;
        return Interlocked.Exchange(ref _current, next);
    }

    /// <summary>The server has answered a SELECT with OK.</summary>
    public void Opened() => _isOpen = _mayRemain = true;

    /// <summary>
    /// The server has refused a SELECT: no mailbox is selected (RFC 9051 §6.3.2). If it was not understood (BAD),
    /// everything may be as before.
    /// </summary>
    public void Refused(MailboxSelection refused, bool isUnderstood, Exception exception)
    {
        Interlocked.CompareExchange(ref _current, null, refused);
        _isOpen = false;
        _mayRemain &= !isUnderstood;
        refused.Ended(exception);
    }

    /// <summary>The OK of a command has ended the selection.</summary>
    /// <param name="mayRemain">Whether the command may have selected a mailbox that no object represents.</param>
    public void Closed(bool mayRemain)
    {
        _isOpen = false;
        _mayRemain = mayRemain;
    }

    /// <summary>Everything received before is void: STARTTLS, UNAUTHENTICATE.</summary>
    public void Reset()
    {
        Closed(mayRemain: false);
        Begin(null)?.Left();
    }
}
