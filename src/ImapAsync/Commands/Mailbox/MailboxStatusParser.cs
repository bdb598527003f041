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

    /// <summary>Reads the list of items; NIL, and no list at all, is an empty one.</summary>
    public static MailboxStatus Parse(ref ImapTokenReader reader, MailboxName name)
    {
        MailboxStatusParser parser = default;
        if (!reader.TryReadNil() && reader.TryReadListStart())
        {
            while (!reader.TryReadListEnd())
                parser.ReadItem(ref reader);
        }

        return parser.Build(name);
    }

    private void ReadItem(ref ImapTokenReader reader)
    {
        ReadOnlySpan<byte> word = reader.ReadAtom();
        StatusItems item = StatusItemTokens.Parse(word);
        switch (item)
        {
            case StatusItems.None:
                (_others ??= new(StringComparer.OrdinalIgnoreCase))[WireText.Decode(word)] = ImapValue.ReadCopy(ref reader);
                break;
            case StatusItems.MailboxId:
                if (ObjectIdToken.Read(ref reader) is { } id)
                    _details = (_details ?? MailboxStatusDetails.None) with { MailboxId = id };
                break;
            case var _ when reader.TryReadNumber(out ulong value):
                Take(item, value);
                break;
            default:
                // NIL, for no limit, or something that is no number.
                reader.SkipValue();
                break;
        }
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
