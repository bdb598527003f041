using System.Collections;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>What SORT or UID SORT found, in the order asked for; four octets a message.</summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public sealed class SortResult<TNumber> : IReadOnlyList<TNumber>
    where TNumber : unmanaged
{
    private readonly ReadOnlyMemory<uint> _numbers;

    /// <summary>Makes a result, as a test would.</summary>
    /// <param name="numbers">The messages in order.</param>
    public SortResult(params ReadOnlySpan<TNumber> numbers)
    {
        _numbers = MemoryMarshal.Cast<TNumber, uint>(numbers).ToArray();
        Total = numbers.Length;
    }

    internal SortResult(SortData data)
    {
        _numbers = data.Numbers;
        // The list is in the order; of MIN and MAX Cyrus tells the lowest and the highest number.
        bool isWhole = data.IsListed && data.Partial is null && Count > 0;
        First = isWhole ? this[0] : MessageNumber.FromServer<TNumber>(data.Min);
        Last = isWhole ? this[^1] : MessageNumber.FromServer<TNumber>(data.Max);
        Total = data.Count ?? (data.IsListed ? Count : null);
        ModSeq = data.ModSeq;
        Partial = data.Partial;
        Others = data.Others;
    }

    /// <summary>
    /// How many messages are in the list: all that were found, the part asked for, or none where the command asked for
    /// other things only.
    /// </summary>
    public int Count => _numbers.Length;

    /// <summary>How many messages were found; null when the command did not ask for it, nor for all of them.</summary>
    public long? Total { get; }

    /// <summary>
    /// The first message in the order; null when nothing was found, and when it is not known (MIN, RFC 5267 §3.1).
    /// </summary>
    public TNumber? First { get; }

    /// <summary>
    /// The last message in the order; null when nothing was found, and when it is not known (MAX, RFC 5267 §3.1).
    /// </summary>
    public TNumber? Last { get; }

    /// <summary>
    /// The highest mod-sequence of the messages found, where the query asks for MODSEQ (RFC 7162 §3.1.6); otherwise
    /// null.
    /// </summary>
    public ModSequence? ModSeq { get; }

    /// <summary>Which part of the results the list is; null when it is all.</summary>
    public PartialRange? Partial { get; }

    /// <summary>Results that the library does not know, by name in any case (RFC 9051 §7.3.4); usually empty.</summary>
    public IReadOnlyDictionary<string, ImapValue> Others { get; } = MailboxInfoDetails.NoExtendedData;

    /// <summary>The messages in order.</summary>
    public ReadOnlySpan<TNumber> Span => MemoryMarshal.Cast<uint, TNumber>(_numbers.Span);

    /// <summary>The message at a place, counted from 0.</summary>
    public TNumber this[int index] => Span[index];

    /// <summary>Walks the messages in order.</summary>
    public IEnumerator<TNumber> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
