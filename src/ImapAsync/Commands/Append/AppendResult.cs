using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The identifiers of appended messages (APPENDUID, RFC 9051 §7.1, RFC 4315 §3). A server without UIDPLUS reports none:
/// then everything is null or empty.
/// </summary>
public sealed record AppendResult : IMalformedHolder<AppendResult>
{
    /// <summary>
    /// The UIDVALIDITY of the mailbox, to which <see cref="Uids"/> belong; null if the server did not report it.
    /// </summary>
    public UidValidity? UidValidity { get; init; }

    /// <summary>The UIDs of the messages: ascending, in the given order.</summary>
    public UidSet Uids { get; init; } = UidSet.Empty;

    /// <summary>The UID of the message, or of the first of several; null if the server did not report it.</summary>
    public Uid? Uid => Uids.Min;

    /// <summary>The unreadable parts of the server's answer; the command was carried out nevertheless.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    AppendResult IMalformedHolder<AppendResult>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };

    /// <summary>Parses <c>APPENDUID 38505 3955</c>; an unreadable one yields nothing. Null for another code.</summary>
    internal static AppendResult? TryRead(ResponseCode? code)
    {
        if (code is null || !code.IsWhole(ResponseCodes.AppendUid))
            return null;

        ImapTokenReader reader = code.Read();
        if (!reader.TryReadNumber(out ulong validity) || validity > uint.MaxValue
            || !SetToken.TryRead(reader.Remaining, out NumberSetBuilder builder))
        {
            return null;
        }

        UidSet uids = builder.Build<UidSet>();
        return uids.IsEmpty
            ? null
            : new AppendResult { UidValidity = ImapAsync.UidValidity.FromServer((uint)validity), Uids = uids };
    }
}
