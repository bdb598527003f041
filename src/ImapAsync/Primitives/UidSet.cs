using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A set of UIDs as commands and answers write it (sequence-set, RFC 9051 §9): <c>1:3,7,12:*</c>. Ranges are kept
/// merged and ascending, so a million consecutive messages cost as much as one. <c>*</c>, the last message in the
/// mailbox, is kept apart: only the server knows which one it is.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<UidSet>))]
[CollectionBuilder(typeof(UidSet), nameof(Of))]
public sealed class UidSet : IEnumerable<Uid>, IEquatable<UidSet>
{
    private readonly NumberSet _numbers;

    private UidSet(in NumberSet numbers) => _numbers = numbers;

    /// <summary>No message. It cannot be sent.</summary>
    public static UidSet Empty { get; } = new(default);

    /// <summary>All messages: <c>1:*</c>.</summary>
    public static UidSet All { get; } = new(NumberSet.All);

    /// <summary>The last message in the mailbox: <c>*</c>.</summary>
    public static UidSet Last { get; } = new(new NumberSet([], SetEnd.Star));

    /// <summary>
    /// What the last search with SAVE found: <c>$</c> (RFC 9051 §6.4.4.1, RFC 5182). It stands alone, and only the
    /// server knows what it holds.
    /// </summary>
    public static UidSet Saved { get; } = new(NumberSet.Saved);

    /// <summary>Whether there is nothing in the set, not even <c>*</c>.</summary>
    public bool IsEmpty => _numbers.IsEmpty;

    /// <summary>Whether <c>*</c> or <c>n:*</c> is in the set.</summary>
    public bool HasStar => _numbers.HasStar;

    /// <summary>
    /// Whether the set is made of numbers alone, so that it can be counted, enumerated, intersected and subtracted.
    /// </summary>
    public bool IsExplicit => _numbers.End == SetEnd.None;

    /// <summary>How many UIDs are in the set, 0 to 4294967295.</summary>
    /// <exception cref="InvalidOperationException">The set is not <see cref="IsExplicit"/>.</exception>
    public long Count => _numbers.Count;

    /// <summary>The lowest explicit UID, for <c>n:*</c> its n; null when there is none.</summary>
    public Uid? Min => Uid.FromServer(_numbers.Min);

    /// <summary>The highest UID; null when the set is empty, and when only the server knows it.</summary>
    public Uid? Max => Uid.FromServer(_numbers.Max);

    /// <summary>The n of <c>n:*</c>; null when the set has none.</summary>
    public Uid? OpenFrom => Uid.FromServer(_numbers.OpenFrom);

    /// <summary>
    /// The explicit numbers as ranges, ascending, with a gap between each two; <c>*</c> and <see cref="OpenFrom"/> are
    /// not among them.
    /// </summary>
    public ReadOnlySpan<NumberRange<Uid>> Ranges =>
        MemoryMarshal.Cast<NumberRange<uint>, NumberRange<Uid>>(_numbers.Ranges);

    /// <summary>Makes a set of UIDs, in any order.</summary>
    public static UidSet Of(params ReadOnlySpan<Uid> numbers) =>
        Wrap(NumberSet.Of(MemoryMarshal.Cast<Uid, uint>(numbers)));

    /// <summary>Makes a set of UIDs, in any order.</summary>
    public static UidSet Of(IEnumerable<Uid> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        if (numbers is UidSet set) return set;
        var builder = new NumberSetBuilder();
        foreach (var number in numbers) builder.Add(NumberSet.RequireMessage(number.Value));
        return builder.BuildUids();
    }

    /// <summary>Makes the set of all UIDs from one to another, both included; either may be the lower.</summary>
    public static UidSet Range(Uid from, Uid to) => Wrap(NumberSet.Range(from.Value, to.Value));

    /// <summary>
    /// Makes <c>n:*</c>: from a message to the last one. It includes the last message even when that is below n.
    /// </summary>
    public static UidSet From(Uid from) => Wrap(NumberSet.From(from.Value));

    /// <summary>Reads a set: <c>1:3,7,12:*</c>.</summary>
    /// <exception cref="FormatException">The text is not a set.</exception>
    public static UidSet Parse(string text) => Wrap(NumberSetFormat.Parse(text));

    /// <summary>Reads a set: <c>1:3,7,12:*</c>; false when the text is not a set.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UidSet? set) =>
        (set = NumberSetFormat.TryParse(text, out var numbers) ? Wrap(numbers) : null) is not null;

    /// <summary>Reads a set from ASCII: <c>1:3,7,12:*</c>; false when the text is not a set.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out UidSet? set) =>
        (set = NumberSetFormat.TryParse(text, out var numbers) ? Wrap(numbers) : null) is not null;

    /// <summary>
    /// Whether the number is in the set, whatever the mailbox holds: <c>*</c> counts for nothing, <c>n:*</c> for all
    /// from n on.
    /// </summary>
    public bool Contains(Uid number) => _numbers.Contains(number.Value);

    /// <summary>
    /// The set with <c>*</c> replaced by the UID of the last message; null when the mailbox is empty.
    /// </summary>
    public UidSet Resolve(Uid? last) => Wrap(NumberSetAlgebra.Resolve(_numbers, last?.Value ?? 0));

    /// <summary>
    /// Cuts the set into as few sets as fit into a number of octets each when written, ascending: servers limit the
    /// length of a command.
    /// </summary>
    /// <param name="maxOctets">At least 21, the length of the longest range.</param>
    public IReadOnlyList<UidSet> Split(int maxOctets) =>
        NumberSetFormat.Split(_numbers, maxOctets).ConvertAll(static piece => Wrap(piece));

    /// <summary>One set of UIDs with one in it.</summary>
    public static implicit operator UidSet(Uid number) => Of(number);

    /// <summary>What is in either set.</summary>
    public static UidSet operator |(UidSet left, UidSet right) =>
        Wrap(NumberSetAlgebra.Union(left._numbers, right._numbers));

    /// <summary>What is in both sets.</summary>
    /// <exception cref="InvalidOperationException">
    /// A set holds <c>*</c> or <c>$</c>, so that no one but the server knows the result.
    /// </exception>
    public static UidSet operator &(UidSet left, UidSet right) =>
        Wrap(NumberSetAlgebra.Intersection(left._numbers, right._numbers));

    /// <summary>What is in the left set and not in the right one.</summary>
    /// <exception cref="InvalidOperationException">
    /// A set holds <c>*</c> or <c>$</c>, so that no one but the server knows the result.
    /// </exception>
    public static UidSet operator -(UidSet left, UidSet right) =>
        Wrap(NumberSetAlgebra.Difference(left._numbers, right._numbers));

    /// <summary>Whether both name the same.</summary>
    public static bool operator ==(UidSet? left, UidSet? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they name something different.</summary>
    public static bool operator !=(UidSet? left, UidSet? right) => !(left == right);

    /// <summary>Walks the UIDs, ascending.</summary>
    /// <exception cref="InvalidOperationException">The set is not <see cref="IsExplicit"/>.</exception>
    public NumberSetEnumerator<Uid> GetEnumerator() => _numbers.Enumerate<Uid>();

    IEnumerator<Uid> IEnumerable<Uid>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(UidSet? other) => other is not null && _numbers.Equals(other._numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UidSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _numbers.GetHashCode();

    /// <summary>The set as IMAP writes it: <c>1:3,7,12:*</c>; an empty text for an empty set.</summary>
    public override string ToString() => _numbers.ToString();

    /// <inheritdoc cref="NumberSet.CloseEnd"/>
    internal UidSet CloseEnd() => HasStar ? Wrap(_numbers.CloseEnd()) : this;

    internal static UidSet Wrap(in NumberSet numbers) =>
        numbers.IsEmpty ? Empty : numbers.IsAll ? All : numbers.End == SetEnd.Saved ? Saved : new(numbers);

    internal void WriteTo(IBufferWriter<byte> output) => NumberSetFormat.WriteTo(_numbers, output);
}
