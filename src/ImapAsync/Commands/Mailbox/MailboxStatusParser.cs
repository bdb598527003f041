using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads what STATUS tells of a mailbox. An item that cannot be read is one that the server did not tell.
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

    /// <summary>Reads the list that stands next; NIL, or none at all, tells nothing.</summary>
    public static MailboxStatus Parse(ref ImapTokenReader reader, MailboxName name, out Damage damage)
    {
        damage = default;
        MailboxStatusParser parser = default;
        PairReader items = new(reader.ListOctets);
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
            case StatusItems.None:
                AddOther(word, items.Value, ref damage);
                break;
            case StatusItems.MailboxId:
                if (ObjectIdToken.Read(items.Value) is { } id)
                    _details = (_details ?? MailboxStatusDetails.None) with { MailboxId = id };
                break;
            case var _ when NumberToken.TryParse(items.Value.Octets, out ulong value, out int length) && length == items.Value.Octets.Length:
                Take(item, value);
                break;
            case var _ when items.Value.IsNil:
                // APPENDLIMIT NIL: none.
                break;
            default:
                damage.Note($"a number behind {WireText.Decode(word)}", items.Value.Octets);
                if (StatusItemTokens.Parse(items.Value.Octets) != StatusItems.None)
                    items.ReturnValue();
                break;
        }
    }

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
            case StatusItems.HighestModSeq:
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
        HighestModSeq = ModSequence.FromServer(_highestModSeq),
        Details = _others is null ? _details : (_details ?? MailboxStatusDetails.None) with { Others = _others },
    };

    private static uint To32(ulong value) => value <= uint.MaxValue ? (uint)value : 0;
}
