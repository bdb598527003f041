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

    // While the shared sets are being created, there is none to find.
    static SequenceSet IMessageSet<SequenceSet>.Wrap(in NumberSet numbers) => Find(numbers) ?? new SequenceSet(numbers);

    /// <summary>Creates a set of sequence numbers, given in any order.</summary>
    /// <exception cref="ArgumentException">One of them is <c>default</c>, which is not a message.</exception>
    public static SequenceSet Of(params ReadOnlySpan<SequenceNumber> numbers) => OfAll(numbers);

    /// <summary>A set with one sequence number.</summary>
    public static implicit operator SequenceSet(SequenceNumber number) => Of(number);
}
