namespace ImapAsync;

/// <summary>What became of a STORE or UID STORE.</summary>
/// <typeparam name="TSet">What the command named the messages by: <see cref="UidSet"/> or <see cref="SequenceSet"/>.
/// </typeparam>
public sealed record StoreResult<TSet> : IMalformedHolder<StoreResult<TSet>>
    where TSet : class, IMessageSet<TSet>
{
    /// <summary>
    /// What the server told of the messages' flags, in its order. Of a silent command little or nothing, and each
    /// message's mod-sequence with CONDSTORE.
    /// </summary>
    public IReadOnlyList<FlagUpdate> Changed { get; init; } = [];

    /// <summary>
    /// The messages that were not touched, since someone else had changed them after
    /// <see cref="StoreCommand{TSet}.UnchangedSince"/>: fetch their flags and decide anew (RFC 7162 §3.1.3).
    /// </summary>
    public TSet Modified { get; init; } = TSet.Wrap(default);

    /// <summary>What the server said that could not be read; the command was done all the same.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    StoreResult<TSet> IMalformedHolder<StoreResult<TSet>>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };

    /// <summary>
    /// The same messages where the whole command was refused: a NO may have the code MODIFIED too, when some messages
    /// are gone (RFC 7162 §3.1.3).
    /// </summary>
    /// <param name="code">
    /// The code of the refusal, from <see cref="ImapResult{T}.Code"/> or <see cref="ImapCommandException.Code"/>.
    /// </param>
    /// <returns>The messages; empty when the code is another one.</returns>
    public static TSet ReadModified(ResponseCode? code) =>
        code is not null && code.IsWhole("MODIFIED")
            && SetToken.TryRead(code.Arguments.Span, out NumberSetBuilder messages)
            ? messages.Build<TSet>()
            : TSet.Wrap(default);
}
