namespace ImapAsync;

/// <summary>The result of a STORE or UID STORE.</summary>
/// <typeparam name="TSet">
/// The type by which the command named the messages: <see cref="UidSet"/> or <see cref="SequenceSet"/>.
/// </typeparam>
public sealed record StoreResult<TSet> : IMalformedHolder<StoreResult<TSet>>
    where TSet : class, IMessageSet<TSet>
{
    /// <summary>
    /// What the server reported about the messages' flags, in its order. A silent command yields little or nothing, and
    /// with CONDSTORE each message's mod-sequence.
    /// </summary>
    public IReadOnlyList<FlagUpdate> Changed { get; init; } = [];

    /// <summary>
    /// The messages left unchanged because another client had changed them after
    /// <see cref="StoreCommand{TSet}.UnchangedSince"/>: fetch their flags and decide again (RFC 7162 §3.1.3).
    /// </summary>
    public TSet Modified { get; init; } = TSet.Wrap(default);

    /// <summary>The unreadable parts of the server's answer; the command was carried out nevertheless.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    StoreResult<TSet> IMalformedHolder<StoreResult<TSet>>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };

    /// <summary>
    /// The same messages if the whole command was refused: a NO may also have the code MODIFIED if some messages were
    /// expunged (RFC 7162 §3.1.3).
    /// </summary>
    /// <param name="code">
    /// The code of the refusal, from <see cref="ImapResult{T}.Code"/> or <see cref="ImapException.Code"/>.
    /// </param>
    /// <returns>The messages; empty for another code.</returns>
    public static TSet ReadModified(ResponseCode? code) =>
        code is not null && code.IsWhole(ResponseCodes.Modified)
            && SetToken.TryRead(code.Arguments.Span, out NumberSetBuilder messages)
            ? messages.Build<TSet>()
            : TSet.Wrap(default);
}
