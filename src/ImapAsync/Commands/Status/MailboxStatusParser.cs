using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads what STATUS reports about a mailbox. An unreadable item counts as not reported.
/// <code>status-att-list = status-att-val *(SP status-att-val)</code>
/// </summary>
internal ref struct MailboxStatusParser
{
    private uint _uidNext;
    private uint _uidValidity;
    private ulong _highestModSeq;
    private long? _messages;
    private long? _recent;
    private long? _unseen;
    private long? _deleted;
    private long? _size;
    private MailboxStatusDetails? _details;
    private Dictionary<string, ImapValue>? _others;

    private MailboxStatusParser(MailboxStatus before)
    {
        (_messages, _recent, _unseen, _deleted, _size) =
            (before.Messages, before.Recent, before.Unseen, before.Deleted, before.Size);
        (_uidNext, _uidValidity, _highestModSeq) =
            (before.UidNext?.Value ?? 0, before.UidValidity?.Value ?? 0, before.HighestModSequence?.Value ?? 0);
        _details = before.Details;
        _others = before.Details?.Others is { } others ? new(others, StringComparer.OrdinalIgnoreCase) : null;
    }

    /// <summary>Reads the list that comes next; NIL, or none at all, reports nothing.</summary>
    /// <param name="reader">The reader, positioned after the mailbox's name.</param>
    /// <param name="name">The mailbox.</param>
    /// <param name="damage">What was unreadable.</param>
    /// <param name="before">What an earlier response of the same answer reported.</param>
    public static MailboxStatus Parse(
        ref ImapTokenReader reader, MailboxName name, out Damage damage, MailboxStatus? before = null)
    {
        damage = default;
        MailboxStatusParser parser = before is null ? default : new(before);
        PairReader items = PairReader.At(reader);
        while (items.MoveNext(ref damage))
            parser.ReadItem(ref items, ref damage);
        return parser.Build(name);
    }

    private void ReadItem(ref PairReader items, ref Damage damage)
    {
        ReadOnlySpan<byte> word = items.Name.String.Bytes;
        StatusItems item = StatusItemTokens.Parse(word);
        switch (item)
        {
            case var _ when IsName(items.Value):
                // Its value is missing: the next item's name stands there.
                damage.Note($"a value after {WireText.Decode(word)}", items.Value.Octets);
                items.ReturnValue();
                break;
            case StatusItems.None:
                AddOther(word, items.Value, ref damage);
                break;
            case StatusItems.UidNext or StatusItems.UidValidity
                when items.Value.TryGetNumber(out long number) && number > uint.MaxValue:
                damage.Note($"a number below 2^32 after {WireText.Decode(word)}", items.Value.Octets);
                break;
            case StatusItems.MailboxId:
                if (ObjectIdToken.Read(items.Value, ref damage) is { } id)
                    _details = (_details ?? MailboxStatusDetails.None) with { MailboxId = id };
                break;
            case var _ when NumberToken.TryParse(items.Value.Octets, out ulong value, out int length)
                && length == items.Value.Octets.Length:
                if (items.Value.IsNegative && CountsMessages(item))
                    damage.NoteOdd($"a number of messages after {WireText.Decode(word)}", items.Value.Octets);
                Take(item, value);
                break;
            case var _ when items.Value.IsNil:
                // APPENDLIMIT NIL: none.
                break;
            case not (StatusItems.UidNext or StatusItems.UidValidity or StatusItems.HighestModSequence)
                when items.Value.TryGetCount(out long count):
                damage.NoteOdd($"a number that is not rounded after {WireText.Decode(word)}", items.Value.Octets);
                Take(item, (ulong)count);
                break;
            default:
                damage.Note($"a number after {WireText.Decode(word)}", items.Value.Octets);
                break;
        }
    }

    // Octets below 0 are unknown, and so are a UID and a mod-sequence.
    private static bool CountsMessages(StatusItems item) =>
        item is StatusItems.Messages or StatusItems.Recent or StatusItems.Unseen or StatusItems.Deleted;

    // All values are numbers except MAILBOXID's, which may be a word, though hardly one of these.
    private static bool IsName(ResponseValue value) =>
        value.Octets is [> (byte)'9', ..] && StatusItemTokens.Parse(value.Octets) != StatusItems.None;

    private void AddOther(ReadOnlySpan<byte> word, ResponseValue value, ref Damage damage)
    {
        if (ImapValue.TryReadCopy(value, ref damage) is { } copy)
            (_others ??= new(StringComparer.OrdinalIgnoreCase))[WireText.Decode(word)] = copy;
    }

    private void Take(StatusItems item, ulong value)
    {
        long number = (long)Math.Min(value, long.MaxValue);
        switch (item)
        {
            case StatusItems.Messages:
                _messages = number;
                break;
            case StatusItems.Recent:
                _recent = number;
                break;
            case StatusItems.Unseen:
                _unseen = number;
                break;
            case StatusItems.Deleted:
                _deleted = number;
                break;
            case StatusItems.Size:
                _size = number;
                break;
            case StatusItems.UidNext:
                _uidNext = To32(value);
                break;
            case StatusItems.UidValidity:
                _uidValidity = To32(value);
                break;
            case StatusItems.HighestModSequence:
                _highestModSeq = value;
                break;
            case StatusItems.AppendLimit:
                _details = (_details ?? MailboxStatusDetails.None) with { AppendLimit = number };
                break;
            case StatusItems.DeletedStorage:
                _details = (_details ?? MailboxStatusDetails.None) with { DeletedStorage = number };
                break;
            default:
                break;
        }
    }

    private readonly MailboxStatus Build(MailboxName name) => new(name)
    {
        Messages = _messages,
        Recent = _recent,
        Unseen = _unseen,
        Deleted = _deleted,
        Size = _size,
        UidNext = Uid.FromServer(_uidNext),
        UidValidity = UidValidity.FromServer(_uidValidity),
        HighestModSequence = ModSequence.FromServer(_highestModSeq),
        Details = _others is null ? _details : (_details ?? MailboxStatusDetails.None) with { Others = _others },
    };

    private static uint To32(ulong value) => value <= uint.MaxValue ? (uint)value : 0;
}
