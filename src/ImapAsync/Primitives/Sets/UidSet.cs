using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A set of UIDs: <c>[uid1, uid2]</c>, <c>UidSet.Range(first, last)</c> or <c>UidSet.Parse("1:3,7,12:*")</c>
/// (sequence-set, RFC 9051 §9).
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<UidSet>))]
[CollectionBuilder(typeof(UidSet), nameof(Of))]
public sealed class UidSet : MessageSet<UidSet, Uid>, IMessageSet<UidSet>
{
    private UidSet(in NumberSet numbers)
        : base(numbers)
    {
    }

    NumberSet IMessageSet<UidSet>.Numbers => Numbers;

    // While the shared sets are being created, there is none to find.
    static UidSet IMessageSet<UidSet>.Wrap(in NumberSet numbers) => Find(numbers) ?? new UidSet(numbers);

    /// <summary>Creates a set of UIDs, given in any order.</summary>
    /// <exception cref="ArgumentException">One of them is <c>default</c>, which is not a message.</exception>
    public static UidSet Of(params ReadOnlySpan<Uid> uids) => OfAll(uids);

    /// <summary>
    /// All messages with a higher UID: those that have arrived after a message. It is <c>n:4294967295</c> with the next
    /// UID as n, not <c>n:*</c>, which would name the last message even if its UID is lower (RFC 9051 §9, seq-range):
    /// if nothing has arrived, the set names no message, and no command can affect any.
    /// </summary>
    /// <param name="uid">
    /// The message, which need not exist anymore; null for none, which yields all messages. Nothing is after
    /// 4294967295: then the set is empty.
    /// </param>
    public static UidSet After(Uid? uid) => uid?.Value == uint.MaxValue
        ? Empty
        : Range(uid?.Next ?? new Uid(1), new Uid(uint.MaxValue));

    /// <summary>A set with one UID.</summary>
    public static implicit operator UidSet(Uid uid) => Of(uid);
}
