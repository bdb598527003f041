namespace ImapAsync.Extensibility;

/// <summary>
/// Takes what answers one command: <see cref="ResponseCollector{TResult}"/> into a value,
/// <see cref="ItemCollector{TItem}"/> item by item. Called from the connection's read loop only, in the order of the
/// wire: must not block.
/// </summary>
public abstract class ResponseCollector
{
    private protected ResponseCollector()
    {
    }

    /// <summary>
    /// Whether the collector tells its responses from those of other commands by the tag in them, as ESEARCH has it
    /// (RFC 9051 §7.3.4).
    /// </summary>
    protected internal virtual bool NeedsTag => false;

    /// <summary>
    /// The tag of the command, such as <c>A12</c>, where <see cref="NeedsTag"/> asked for it; otherwise null.
    /// </summary>
    protected internal string? Tag { get; internal set; }

    /// <summary>
    /// The name of a response whose numbers may come in several responses as well as in one, so that a long one is
    /// handed over in parts while it arrives; empty where none is.
    /// </summary>
    internal virtual ReadOnlySpan<byte> TakenInParts => default;

    /// <summary>
    /// What should have stood in the code of the command's tagged response, where it is one that the command reads and
    /// cannot; otherwise null.
    /// </summary>
    internal virtual string? ExpectedIn(ResponseCode code) => null;

    /// <summary>The same for the code of an untagged response.</summary>
    /// <exception cref="ImapProtocolException">The code cannot be read.</exception>
    internal void RequireReadable(ResponseCode? code)
    {
        if (code is not null && ExpectedIn(code) is { } expected)
            throw ProtocolErrors.Unreadable(expected, code.Arguments.Span);
    }

    /// <summary>
    /// Whether a response that nobody took may be this command's all the same: then it is offered once more when the
    /// command has been answered, as <see cref="ResponseOffer.HeldBack"/>.
    /// </summary>
    internal virtual bool HoldsBack(in UntaggedResponse response) => false;

    /// <summary>
    /// Whether the command has asked for the body with which a response goes on, whose beginning has come.
    /// </summary>
    internal virtual bool WantsHead(in UntaggedResponse head) => false;

    /// <summary>
    /// The UID of the only message whose FETCH responses the command may take; 0 where it may take those of others.
    /// </summary>
    internal virtual uint OnlyUid => 0;

    /// <summary>Messages were expunged: the sequence numbers of others have changed.</summary>
    internal virtual void NumbersMoved()
    {
    }

    /// <summary>
    /// Keeps, beside what was made of the last response, a line that goes on with it and cannot be read; false where
    /// the command is to report it.
    /// </summary>
    internal virtual bool TryKeepRest(MalformedResponse rest) => false;

    /// <summary>
    /// Looks at a response that no command has taken: it may have come in place of this one's answer.
    /// </summary>
    internal virtual void Pass(in UntaggedResponse response)
    {
    }

    /// <summary>
    /// What is missing in an answer of which nothing was found malformed; null where nothing is. Asked once, when the
    /// tagged response is OK.
    /// </summary>
    /// <param name="code">The response code of the tagged response, if there was one.</param>
    internal virtual MalformedResponse? FindMissing(ResponseCode? code) => null;

    /// <summary>Whether what is missing is told also beside what was found malformed.</summary>
    internal virtual bool MissesAlways => false;

    /// <summary>
    /// Whether something was done or answered before the server refused the command: then
    /// <see cref="ResponseCollector{TResult}.Complete"/> makes the value of that part.
    /// </summary>
    internal virtual bool HasPart(ResponseCode? code) => false;

    /// <summary>Whether the last response was taken though something in it could not be read.</summary>
    internal virtual bool TakeDamage() => false;
}

/// <summary>Gathers what answers one command into a value.</summary>
/// <typeparam name="TResult">The value.</typeparam>
public abstract class ResponseCollector<TResult> : ResponseCollector
{
    /// <summary>Takes an untagged response if it answers this command.</summary>
    /// <param name="response">The response; valid during the call only.</param>
    /// <returns>
    /// True when it was taken; false passes it on to the next command in progress, and then to the connection.
    /// </returns>
    /// <exception cref="ImapProtocolException">
    /// The response is this command's and cannot be read: it is kept as malformed, and the command goes on.
    /// </exception>
    protected internal virtual bool TryCollect(in UntaggedResponse response) => false;

    /// <summary>Makes the value, once the tagged response was OK, or was not and a part was done.</summary>
    /// <param name="code">The response code of the tagged response, if there was one.</param>
    protected internal abstract TResult Complete(ResponseCode? code);
}
