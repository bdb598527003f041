namespace ImapAsync.Extensibility;

/// <summary>
/// Collects the answer of one command: <see cref="ResponseCollector{TResult}"/> into a value,
/// <see cref="ItemCollector{TItem}"/> item by item. Called only from the connection's read loop, in wire order: must
/// not block.
/// </summary>
public abstract class ResponseCollector
{
    private protected ResponseCollector()
    {
    }

    /// <summary>
    /// Whether the collector identifies its responses by the tag in them, as in ESEARCH (RFC 9051 §7.3.4).
    /// </summary>
    protected internal virtual bool NeedsTag => false;

    /// <summary>
    /// The tag of the command, such as <c>A12</c>, if <see cref="NeedsTag"/> requested it; otherwise null.
    /// </summary>
    protected internal string? Tag { get; internal set; }

    /// <summary>
    /// The name of a response whose numbers may also arrive in several responses, so that a long one can be handed over
    /// in parts while it arrives; empty if there is none.
    /// </summary>
    internal virtual ReadOnlySpan<byte> TakenInParts => default;

    /// <summary>
    /// What was expected in the code of the command's tagged response, if the command reads that code and it is
    /// unreadable; otherwise null.
    /// </summary>
    internal virtual string? ExpectedIn(ResponseCode code) => null;

    /// <summary>The same for the code of an untagged response.</summary>
    /// <exception cref="ImapProtocolException">The code is unreadable.</exception>
    internal void RequireReadable(ResponseCode? code)
    {
        if (code is not null && ExpectedIn(code) is { } expected)
            throw ProtocolErrors.Unreadable(expected, code.Arguments.Span);
    }

    /// <summary>
    /// Whether a response that no command took may belong to this command nevertheless: then it is offered once more
    /// when the command has been answered, as <see cref="ResponseOffer.HeldBack"/>.
    /// </summary>
    internal virtual bool HoldsBack(in UntaggedResponse response) => false;

    /// <summary>
    /// Whether the command has requested the body that continues a response, whose beginning has arrived.
    /// </summary>
    internal virtual bool WantsHead(in UntaggedResponse head) => false;

    /// <summary>
    /// The UID of the only message whose FETCH responses the command may take; 0 if it may take those of others.
    /// </summary>
    internal virtual uint OnlyUid => 0;

    /// <summary>Messages were expunged: the sequence numbers of others have changed.</summary>
    internal virtual void NumbersMoved()
    {
    }

    /// <summary>
    /// Keeps a line that continues the last response and is unreadable, together with what was made of that response;
    /// false if the command is to report it.
    /// </summary>
    internal virtual bool TryKeepRest(MalformedResponse rest) => false;

    /// <summary>
    /// Examines a response that no command has taken: it may have arrived in place of this one's answer.
    /// </summary>
    internal virtual void Pass(in UntaggedResponse response)
    {
    }

    /// <summary>
    /// What is missing in an answer in which nothing was malformed; null if nothing is. Requested once, if the tagged
    /// response is OK.
    /// </summary>
    /// <param name="code">The response code of the tagged response, if there was one.</param>
    internal virtual MalformedResponse? FindMissing(ResponseCode? code) => null;

    /// <summary>Whether what is missing is reported even if something was malformed.</summary>
    internal virtual bool MissesAlways => false;

    /// <summary>
    /// Whether something was done or answered before the server refused the command: then
    /// <see cref="ResponseCollector{TResult}.Complete"/> creates the value of that part.
    /// </summary>
    internal virtual bool HasPart(ResponseCode? code) => false;

    /// <summary>Whether the last response was taken although something in it was unreadable.</summary>
    internal virtual bool TakeDamage() => false;
}

/// <summary>Collects the answer of one command into a value.</summary>
/// <typeparam name="TResult">The value.</typeparam>
public abstract class ResponseCollector<TResult> : ResponseCollector
{
    /// <summary>Takes an untagged response if it answers this command.</summary>
    /// <param name="response">The response; valid only during the call.</param>
    /// <returns>
    /// True if it was taken; false passes it on to the next command in progress, and then to the connection.
    /// </returns>
    /// <exception cref="ImapProtocolException">
    /// The response belongs to this command but is unreadable: it is kept as malformed, and the command continues.
    /// </exception>
    protected internal virtual bool TryCollect(in UntaggedResponse response) => false;

    /// <summary>Creates the value, once the tagged response was OK, or a part was done despite a refusal.</summary>
    /// <param name="code">The response code of the tagged response, if there was one.</param>
    protected internal abstract TResult Complete(ResponseCode? code);
}
