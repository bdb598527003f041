using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Where appended messages are (APPENDUID, RFC 9051 §7.1, RFC 4315 §3). A server without UIDPLUS tells nothing: then
/// everything is null or empty.
/// </summary>
public sealed record AppendResult : IMalformedHolder<AppendResult>
{
    /// <summary>
    /// The UIDVALIDITY of the mailbox, which <see cref="Uids"/> belong to; null where the server did not tell.
    /// </summary>
    public UidValidity? UidValidity { get; init; }

    /// <summary>The UIDs of the messages: ascending, in the order in which they were given.</summary>
    public UidSet Uids { get; init; } = UidSet.Empty;

    /// <summary>The UID of the message, of several the first; null where the server did not tell.</summary>
    public Uid? Uid => Uids.Min;

    /// <summary>What the server said that could not be read; the command was done all the same.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    AppendResult IMalformedHolder<AppendResult>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };

    /// <summary>Reads <c>APPENDUID 38505 3955</c>; what cannot be read tells nothing. Null for another code.</summary>
    internal static AppendResult? TryRead(ResponseCode? code)
    {
        if (code is null || !code.IsWhole("APPENDUID"))
            return null;

        ImapTokenReader reader = code.Read();
        if (!reader.TryReadNumber(out ulong validity) || validity > uint.MaxValue
            || !SetToken.TryRead(reader.Remaining, out NumberSetBuilder builder))
            return null;
        UidSet uids = builder.Build<UidSet>();
        return uids.IsEmpty
            ? null
            : new AppendResult { UidValidity = ImapAsync.UidValidity.FromServer((uint)validity), Uids = uids };
    }
}
