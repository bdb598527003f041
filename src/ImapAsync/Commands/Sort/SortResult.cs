using System.Collections;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>The result of SORT or UID SORT, in the requested order; four octets per message.</summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public sealed class SortResult<TNumber> : IReadOnlyList<TNumber>
    where TNumber : unmanaged
{
    private readonly ReadOnlyMemory<uint> _numbers;

    /// <summary>Creates a result, for tests.</summary>
    /// <param name="numbers">The messages in order.</param>
    public SortResult(params ReadOnlySpan<TNumber> numbers)
    {
        _numbers = MemoryMarshal.Cast<TNumber, uint>(numbers).ToArray();
        Total = numbers.Length;
    }

    internal SortResult(SortData data)
    {
        _numbers = data.Numbers;
        // The list is in order; for MIN and MAX, Cyrus reports the lowest and the highest number.
        bool isWhole = data.IsListed && data.Partial is null && Count > 0;
        First = isWhole ? this[0] : MessageNumber.FromServer<TNumber>(data.Min);
        Last = isWhole ? this[^1] : MessageNumber.FromServer<TNumber>(data.Max);
        Total = data.Count ?? (data.IsListed ? Count : null);
        ModSequence = data.ModSequence;
        Partial = data.Partial;
        Others = data.Others;
    }

    /// <summary>
    /// The number of messages in the list: all that were found, the requested part, or none if the command requested
    /// only other results.
    /// </summary>
    public int Count => _numbers.Length;

    /// <summary>The number of messages found; null if the command requested neither it nor all of them.</summary>
    public long? Total { get; }

    /// <summary>
    /// The first message in the order; null if nothing was found, and if it is not known (MIN, RFC 5267 §3.1).
    /// </summary>
    public TNumber? First { get; }

    /// <summary>
    /// The last message in the order; null if nothing was found, and if it is not known (MAX, RFC 5267 §3.1).
    /// </summary>
    public TNumber? Last { get; }

    /// <summary>
    /// The highest mod-sequence of the messages found, if the query uses MODSEQ (RFC 7162 §3.1.6); otherwise null.
    /// </summary>
    public ModSequence? ModSequence { get; }

    /// <summary>The part of the results that the list is; null if it is all.</summary>
    public PartialRange? Partial { get; }

    /// <summary>
    /// Results that the library does not know, by name, ignoring case (RFC 9051 §7.3.4); usually empty.
    /// </summary>
    public IReadOnlyDictionary<string, ImapValue> Others { get; } = MailboxInfoDetails.NoExtendedData;

    /// <summary>The messages in order.</summary>
    public ReadOnlySpan<TNumber> Span => MemoryMarshal.Cast<uint, TNumber>(_numbers.Span);

    /// <summary>The message at an index, from 0.</summary>
    public TNumber this[int index] => Span[index];

    /// <summary>Enumerates the messages in order.</summary>
    public IEnumerator<TNumber> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
