using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A set of sequence numbers: <c>[first, second]</c>, <c>SequenceSet.Range(first, last)</c> or
/// <c>SequenceSet.Parse("1:3,7,12:*")</c> (sequence-set, RFC 9051 §9).
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<SequenceSet>))]
[CollectionBuilder(typeof(SequenceSet), nameof(Of))]
public sealed class SequenceSet : MessageSet<SequenceSet, SequenceNumber>, IMessageSet<SequenceSet>
{
    private SequenceSet(in NumberSet numbers)
        : base(numbers)
    {
    }

    NumberSet IMessageSet<SequenceSet>.Numbers => Numbers;

    // While the sets that many have are being created there is none to be found.
    static SequenceSet IMessageSet<SequenceSet>.Wrap(in NumberSet numbers) => Find(numbers) ?? new SequenceSet(numbers);

    /// <summary>Creates a set of sequence numbers, in any order.</summary>
    /// <exception cref="ArgumentException">One of them is <c>default</c>, which is no message.</exception>
    public static SequenceSet Of(params ReadOnlySpan<SequenceNumber> numbers) => OfAll(numbers);

    /// <summary>A set with one sequence number in it.</summary>
    public static implicit operator SequenceSet(SequenceNumber number) => Of(number);
}
