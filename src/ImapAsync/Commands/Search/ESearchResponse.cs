using System.Buffers.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// <c>ESEARCH (TAG "A1") UID MIN 7 ALL 7,9:12</c> in place (RFC 9051 §7.3.4, RFC 4731 §3.2, RFC 9394 §4, RFC 6203 §4).
/// Its sets are left unread, since their order is significant in SORT.
/// </summary>
internal ref struct ESearchResponse
{
    private ListReader _items;
    private Damage _damage;

    private ESearchResponse(ReadOnlySpan<byte> items) => _items = ListReader.Bare(items);

    /// <summary>Whether the numbers are UIDs; some servers forget to say so.</summary>
    public bool IsUid { get; private set; }

    public uint? Min { get; private set; }

    public uint? Max { get; private set; }

    public long? Count { get; private set; }

    public ModSequence? ModSequence { get; private set; }

    /// <summary>The set of ALL; empty if there is none.</summary>
    public ReadOnlySpan<byte> All { get; private set; }

    public PartialRange? Partial { get; private set; }

    /// <summary>The set of PARTIAL; empty if there is none, and for NIL.</summary>
    public ReadOnlySpan<byte> PartialSet { get; private set; }

    public IReadOnlyList<int>? Relevancy { get; private set; }

    /// <summary>Results that the library does not know; null if there are none.</summary>
    public Dictionary<string, ImapValue>? Others { get; private set; }

    /// <summary>Adds <see cref="Others"/> to those of earlier responses.</summary>
    public readonly IReadOnlyDictionary<string, ImapValue> OthersWith(IReadOnlyDictionary<string, ImapValue> before)
    {
        if (Others is null)
            return before;
        foreach ((string name, ImapValue value) in before)
            Others.TryAdd(name, value);
        return Others;
    }

    /// <summary>Parses the response; false if it carries another command's tag.</summary>
    /// <param name="reader">The reader, positioned after ESEARCH.</param>
    /// <param name="tag">The command's tag; null accepts any.</param>
    /// <param name="response">The content of the response.</param>
    public static bool TryParse(ImapTokenReader reader, string? tag, out ESearchResponse response)
    {
        response = new ESearchResponse(reader.Remaining);
        bool isFirst = true;
        while (response._items.MoveNext())
        {
            if (!isFirst || !response._items.Current.IsList)
                response.ReadItem();
            else if (!HasTag(response._items.Current, tag))
                return false;
            isFirst = false;
        }

        response._damage.NoteEnd(response._items, inList: false);
        return true;
    }

    /// <summary>Rejects UIDs if sequence numbers were requested: they would be taken for other messages.</summary>
    public readonly void RequireKind(bool uids)
    {
        if (IsUid && !uids)
        {
            throw new ImapProtocolException(
                "The server answered a search for sequence numbers with UIDs. Search with the "
                + "UID form of the command.");
        }
    }

    /// <summary>Call it once the readable parts were kept.</summary>
    /// <exception cref="ImapProtocolException">Something is unreadable.</exception>
    public readonly void ThrowIfDamaged() => _damage.ThrowIfAny();

    // A correlator without a tag may belong to any command.
    private static bool HasTag(ResponseValue correlator, string? tag)
    {
        ListReader elements = correlator.Elements;
        while (elements.MoveNext())
        {
            if (elements.Current.String.Is("TAG"u8))
            {
                return elements.Next() is var told
                    && (tag is null || told.IsNilOrMissing
                        || System.Text.Ascii.EqualsIgnoreCase(told.String.Bytes, tag));
            }
        }

        return true;
    }

    private void ReadItem()
    {
        ResponseValue item = _items.Current;
        ImapString name = item.String;
        if (HasResults(item))
            ReadItems(item);
        // No name begins with a digit: it is the rest of a set, which can no longer be added to the previous name.
        else if (item.IsList || SetToken.StartsWithNumber(item))
            _damage.Note("the name of a result", item.Octets);
        else if (name.Is("UID"u8))
            IsUid = true;
        else if (name.Is("ALL"u8) && All.IsEmpty)
            All = ReadSet(_items.Next());
        else if (name.Is("ALL"u8))
            _damage.Note("one set of messages", _items.Next().Octets);
        else if (name.Is("COUNT"u8))
            Count = ReadNumber() ?? Count;
        else if (name.Is("MIN"u8))
            Min = ReadNumber() ?? Min;
        else if (name.Is("MAX"u8))
            Max = ReadNumber() ?? Max;
        else if (name.Is("MODSEQ"u8))
            ReadModSeq();
        else if (name.Is("PARTIAL"u8))
            ReadPartial(_items.Next());
        else if (name.Is("RELEVANCY"u8))
            ReadScores(_items.Next());
        else
            ReadOther(name.ToString());
    }

    private static bool HasResults(ResponseValue list)
    {
        ListReader elements = list.Elements;
        ImapString name = elements.Next().String;
        return name.Is("MODSEQ"u8) || name.Is("ALL"u8) || name.Is("COUNT"u8) || name.Is("MIN"u8) || name.Is("MAX"u8);
    }

    // Some put parentheses around MODSEQ and its number, as in SEARCH.
    private void ReadItems(ResponseValue list)
    {
        ListReader behind = _items;
        _items = list.Elements;
        while (_items.MoveNext())
        {
            if (_items.Current.IsList)
                _damage.Note("the name of a result", _items.Current.Octets);
            else
                ReadItem();
        }

        _damage.NoteEnd(_items, inList: true);
        _items = behind;
    }

    private uint? ReadNumber()
    {
        ListReader behindName = _items;
        ResponseValue value = _items.Next();
        if (value.TryGetNumber(out long number) && number <= uint.MaxValue)
        {
            if (value.IsNegative)
                _damage.Note("a number that is not below 0", value.Octets);
            return (uint)number;
        }

        _damage.Note("a number below 2^32", value.Octets);
        // A name in the number's place belongs to the next result.
        ImapString name = value.String;
        if (name.Is("MIN"u8) || name.Is("MAX"u8) || name.Is("COUNT"u8) || name.Is("ALL"u8) || name.Is("MODSEQ"u8))
            _items = behindName;
        return null;
    }

    // RFC 4731 §3.2 has a bare number; some write it in parentheses, as in FETCH.
    private void ReadModSeq()
    {
        ResponseValue value = _items.Next();
        ListReader elements = value.Elements;
        ResponseValue number = value.IsList ? elements.Next() : value;
        if (number.TryGetNumber(out long modSeq))
            ModSequence = ImapAsync.ModSequence.FromServer((ulong)modSeq);
        else if (!number.IsNil)
            _damage.Note("a mod-sequence", value.Octets);
    }

    private void ReadPartial(ResponseValue value)
    {
        ListReader elements = value.Elements;
        ReadOnlySpan<byte> range = elements.Next().Octets;
        if (!Utf8Parser.TryParse(range, out long first, out int used) || used >= range.Length || range[used] != ':'
            || !Utf8Parser.TryParse(range[(used + 1)..], out long last, out _) || !PartialRange.IsValid(first, last))
        {
            _damage.Note("a range of results such as (1:100 7,9)", value.Octets);
            return;
        }

        Partial = new PartialRange(first, last);
        PartialSet = ReadSet(elements.Next());
    }

    private ReadOnlySpan<byte> ReadSet(ResponseValue value)
    {
        if (value.IsList)
            _damage.Note("a set of message numbers", value.Octets);
        return value.String.Bytes;
    }

    private void ReadOther(string name)
    {
        if (ImapValue.TryReadCopy(_items.Next(), ref _damage) is { } value)
            (Others ??= new(StringComparer.OrdinalIgnoreCase))[name] = value;
    }

    private void ReadScores(ResponseValue value)
    {
        List<int> scores = [];
        ListReader elements = value.Elements;
        while (elements.MoveNext())
        {
            // The next score must not move into the place of an unreadable one.
            if (!elements.Current.TryGetNumber(out long score))
                _damage.Note("a score", elements.Current.Octets);
            scores.Add((int)Math.Min(score, int.MaxValue));
        }

        Relevancy = scores;
    }
}
