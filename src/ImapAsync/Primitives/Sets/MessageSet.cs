using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A set of messages as in commands and answers (sequence-set, RFC 9051 §9): <c>1:3,7,12:*</c>. Ranges are kept merged
/// and ascending, so a million consecutive messages cost as much as one. <c>*</c>, the last message in the mailbox, is
/// kept separately: only the server knows which one it is.
/// </summary>
/// <typeparam name="TSelf"><see cref="UidSet"/> or <see cref="SequenceSet"/>.</typeparam>
/// <typeparam name="TNumber">The type of its elements: <see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public abstract class MessageSet<TSelf, TNumber> : IEnumerable<TNumber>, IEquatable<TSelf>, IJsonForm<TSelf>
    where TSelf : MessageSet<TSelf, TNumber>, IMessageSet<TSelf>
    where TNumber : unmanaged
{
    private protected MessageSet(in NumberSet numbers) => Numbers = numbers;

    /// <summary>The empty set. It cannot be sent.</summary>
    public static TSelf Empty { get; } = TSelf.Wrap(default);

    /// <summary>All messages: <c>1:*</c>.</summary>
    public static TSelf All { get; } = TSelf.Wrap(NumberSet.All);

    /// <summary>The last message in the mailbox: <c>*</c>.</summary>
    public static TSelf Last { get; } = TSelf.Wrap(new NumberSet([], SetEnd.Star));

    /// <summary>
    /// The result of the last search with SAVE: <c>$</c> (RFC 9051 §6.4.4.1, RFC 5182). It cannot be combined, and only
    /// the server knows its content.
    /// </summary>
    public static TSelf Saved { get; } = TSelf.Wrap(NumberSet.Saved);

    /// <summary>Whether the set is empty, without even <c>*</c>.</summary>
    public bool IsEmpty => Numbers.IsEmpty;

    /// <summary>Whether <c>*</c> or <c>n:*</c> is in the set.</summary>
    public bool HasStar => Numbers.HasStar;

    /// <summary>
    /// Whether the set consists only of numbers, so that it can be counted, enumerated, intersected and subtracted.
    /// </summary>
    public bool IsExplicit => Numbers.IsExplicit;

    /// <summary>The number of messages in the set, 0 to 4294967295.</summary>
    /// <exception cref="InvalidOperationException">The set is not <see cref="IsExplicit"/>.</exception>
    public long Count => NumberSetAlgebra.Require(Numbers, "counted").Count;

    /// <summary>The lowest explicit number, for <c>n:*</c> its n; null if there is none.</summary>
    public TNumber? Min => MessageNumber.FromServer<TNumber>(Numbers.Min);

    /// <summary>The highest number; null if the set is empty, and if only the server knows it.</summary>
    public TNumber? Max => MessageNumber.FromServer<TNumber>(Numbers.Max);

    /// <summary>The n of <c>n:*</c>; null if the set has none.</summary>
    public TNumber? OpenFrom => MessageNumber.FromServer<TNumber>(Numbers.OpenFrom);

    /// <summary>
    /// The explicit numbers as ascending ranges, with a gap between each two; <c>*</c> and <see cref="OpenFrom"/> are
    /// not included.
    /// </summary>
    public ReadOnlySpan<NumberRange<TNumber>> Ranges =>
        MemoryMarshal.Cast<NumberRange<uint>, NumberRange<TNumber>>(Numbers.Ranges);

    static JsonConverter<TSelf> IJsonForm<TSelf>.Form => new TextJson<TSelf>(
        set => set.ToString(), text => text.Length == 0 ? Empty : Parse(text));

    /// <summary>The numbers, whatever they name.</summary>
    internal NumberSet Numbers { get; }

    /// <summary>Creates a set of numbers, given in any order.</summary>
    /// <exception cref="ArgumentException">One of the numbers is <c>default</c>, which is not a message.</exception>
    public static TSelf Of(IEnumerable<TNumber> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        if (numbers is TSelf set)
            return set;
        NumberSetBuilder builder = default;
        foreach (TNumber number in numbers)
            builder.Add(Require(number));
        return builder.Build<TSelf>();
    }

    /// <summary>Creates the set of all numbers between two, both included, in either order.</summary>
    public static TSelf Range(TNumber from, TNumber to) => TSelf.Wrap(NumberSet.Range(Require(from), Require(to)));

    /// <summary>
    /// Creates <c>n:*</c>: from a message to the last one. It includes the last message even if that is below n
    /// (RFC 9051 §9, seq-range); <see cref="UidSet.After"/> does not.
    /// </summary>
    public static TSelf From(TNumber from) => TSelf.Wrap(new NumberSet([], SetEnd.From, Require(from)));

    /// <summary>Parses a set: <c>1:3,7,12:*</c>.</summary>
    /// <exception cref="FormatException">The text is not a set.</exception>
    public static TSelf Parse(string text) => TSelf.Wrap(NumberSetParser.Parse(text));

    /// <summary>Parses a set: <c>1:3,7,12:*</c>; false if the text is not a set.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TSelf? set) =>
        (set = NumberSetParser.TryParse(text, out NumberSet numbers) ? TSelf.Wrap(numbers) : null) is not null;

    /// <summary>Parses a set from ASCII: <c>1:3,7,12:*</c>; false if the text is not a set.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out TSelf? set) =>
        (set = NumberSetParser.TryParse(text, out NumberSet numbers) ? TSelf.Wrap(numbers) : null) is not null;

    /// <summary>
    /// Whether the number is in the set, whatever the mailbox contains: <c>*</c> does not count, <c>n:*</c> counts for
    /// all from n on.
    /// </summary>
    public bool Contains(TNumber number) => Numbers.Contains(MessageNumber.ToUInt32<TNumber>(number));

    /// <summary>
    /// The set with <c>*</c> replaced by the number of the last message; null if the mailbox is empty.
    /// </summary>
    public TSelf Resolve(TNumber? last) =>
        TSelf.Wrap(NumberSetAlgebra.Resolve(Numbers, MessageNumber.ToUInt32(last)));

    /// <summary>
    /// Splits the set into as few ascending sets as fit into this number of octets each when written: servers limit the
    /// length of a command.
    /// </summary>
    /// <param name="maxOctets">At least 21, the length of the longest range.</param>
    public IReadOnlyList<TSelf> Split(int maxOctets) =>
        NumberSetFormat.Split(Numbers, maxOctets).ConvertAll(static piece => TSelf.Wrap(piece));

    /// <summary>A set with one message.</summary>
    public static implicit operator MessageSet<TSelf, TNumber>(TNumber number) => Range(number, number);

    /// <summary>The numbers that are in either set.</summary>
    public static TSelf operator |(MessageSet<TSelf, TNumber> left, MessageSet<TSelf, TNumber> right) =>
        TSelf.Wrap(NumberSetAlgebra.Union(left.Numbers, right.Numbers));

    /// <summary>The numbers that are in both sets.</summary>
    /// <exception cref="InvalidOperationException">
    /// A set contains <c>*</c> or <c>$</c>, so only the server knows the result.
    /// </exception>
    public static TSelf operator &(MessageSet<TSelf, TNumber> left, MessageSet<TSelf, TNumber> right) =>
        TSelf.Wrap(NumberSetAlgebra.Intersection(left.Numbers, right.Numbers));

    /// <summary>The numbers that are in the left set but not in the right one.</summary>
    /// <exception cref="InvalidOperationException">
    /// A set contains <c>*</c> or <c>$</c>, so only the server knows the result.
    /// </exception>
    public static TSelf operator -(MessageSet<TSelf, TNumber> left, MessageSet<TSelf, TNumber> right) =>
        TSelf.Wrap(NumberSetAlgebra.Difference(left.Numbers, right.Numbers));

    /// <summary>Whether both sets name the same messages.</summary>
    public static bool operator ==(MessageSet<TSelf, TNumber>? left, MessageSet<TSelf, TNumber>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the sets name different messages.</summary>
    public static bool operator !=(MessageSet<TSelf, TNumber>? left, MessageSet<TSelf, TNumber>? right) =>
        !(left == right);

    /// <summary>Enumerates the numbers in ascending order.</summary>
    /// <exception cref="InvalidOperationException">The set is not <see cref="IsExplicit"/>.</exception>
    public NumberSetEnumerator<TNumber> GetEnumerator() =>
        new(NumberSetAlgebra.Require(Numbers, "enumerated").Ranges);

    IEnumerator<TNumber> IEnumerable<TNumber>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(TSelf? other) => other is not null && Numbers.Equals(other.Numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TSelf);

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.GetHashCode();

    /// <summary>The set as IMAP writes it: <c>1:3,7,12:*</c>; an empty text for an empty set.</summary>
    public override string ToString() => NumberSetFormat.ToText(Numbers);

    /// <inheritdoc cref="NumberSetAlgebra.CloseEnd"/>
    internal TSelf CloseEnd() => HasStar ? TSelf.Wrap(NumberSetAlgebra.CloseEnd(Numbers)) : (TSelf)this;

    internal void WriteTo(IBufferWriter<byte> output) => NumberSetFormat.WriteTo(Numbers, output);

    /// <inheritdoc cref="Of(IEnumerable{TNumber})"/>
    private protected static TSelf OfAll(ReadOnlySpan<TNumber> numbers)
    {
        NumberSetBuilder builder = default;
        foreach (TNumber number in numbers)
            builder.Add(Require(number));
        return builder.Build<TSelf>();
    }

    /// <summary>The existing shared set with these numbers; null if there is none.</summary>
    private protected static TSelf? Find(in NumberSet numbers) =>
        numbers.IsEmpty ? Empty : numbers.IsAll ? All : numbers.End == SetEnd.Saved ? Saved : null;

    private static uint Require(TNumber number) => NumberSet.RequireMessage(MessageNumber.ToUInt32<TNumber>(number));
}
