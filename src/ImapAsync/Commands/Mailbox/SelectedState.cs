using System.Diagnostics.CodeAnalysis;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>What has been told of the mailbox that is being selected.</summary>
internal sealed class SelectedState(bool isReadOnly)
{
    private bool _isReadOnly = isReadOnly;
    private bool _uidNotSticky;
    private FlagSet _flags = FlagSet.Empty;
    private FlagSet? _permanentFlags;
    private Uid? _uidNext;
    private UidValidity? _uidValidity;
    private SequenceNumber? _firstUnseen;
    private ModSequence? _highestModSeq;
    private string? _mailboxId;
    private UidSet _vanished = UidSet.Empty;
    private List<FetchedMessage>? _changed;

    public long Exists { get; set; }

    public long Recent { get; set; }

    public MailboxInfo? Info { get; set; }

    public void TakeFlags(in UntaggedResponse response)
    {
        ImapTokenReader reader = response.Arguments;
        _flags = FlagListToken.TryRead(ref reader, out FlagSet? flags) ? flags : throw reader.Malformed("a list of flags");
    }

    public bool AddChanged(in UntaggedResponse response)
    {
        (_changed ??= []).Add(new FetchedMessage(FetchResponseParser.Read(response)));
        return true;
    }

    /// <summary>Reads <c>VANISHED (EARLIER) set</c>; without EARLIER it tells of a removal just now, which is not of the answer.</summary>
    public bool TryAddVanished(in UntaggedResponse response)
    {
        ImapTokenReader reader = response.Arguments;
        if (!reader.TryReadListStart())
            return false;
        if (!Ascii.EqualsIgnoreCase(reader.ReadAtom(), "EARLIER"u8))
            return false;
        reader.ReadListEnd();
        _vanished |= UidSet.TryParse(reader.ReadAtom(), out UidSet? uids) && uids.IsExplicit ? uids : throw reader.Malformed("a set of UIDs");
        return true;
    }

    /// <summary>Takes a response code; zero means that the server does not know.</summary>
    public void Take(ResponseCode code)
    {
        ImapTokenReader reader = code.Read();
        switch (code.Name)
        {
            case "READ-ONLY":
                _isReadOnly = true;
                break;
            case "READ-WRITE":
                _isReadOnly = false;
                break;
            case "UIDNOTSTICKY":
                _uidNotSticky = true;
                break;
            case "NOMODSEQ":
                _highestModSeq = null;
                break;
            case "MAILBOXID":
                _mailboxId = ObjectIdToken.Of(code);
                break;
            case "PERMANENTFLAGS" when FlagListToken.TryRead(ref reader, out FlagSet? flags) || TryReadBare(code, out flags):
                _permanentFlags = flags;
                break;
            case "HIGHESTMODSEQ" when reader.TryReadNumber(out ulong modSeq):
                _highestModSeq = ModSequence.FromServer(modSeq);
                break;
            case "UIDNEXT" or "UIDVALIDITY" or "UNSEEN" when reader.TryReadNumber(out ulong number) && number <= uint.MaxValue:
                TakeNumber(code.Name, (uint)number);
                break;
            default:
                break;
        }
    }

    public SelectResult Build(MailboxName mailbox) => new(mailbox)
    {
        Exists = Exists,
        Recent = Recent,
        Flags = _flags,
        PermanentFlags = _permanentFlags ?? _flags,
        UidNext = _uidNext,
        UidValidity = _uidValidity,
        FirstUnseen = _firstUnseen,
        HighestModSeq = _highestModSeq,
        IsReadOnly = _isReadOnly,
        UidNotSticky = _uidNotSticky,
        MailboxId = _mailboxId,
        Info = Info,
        Vanished = _vanished,
        Changed = _changed ?? (IReadOnlyList<FetchedMessage>)[],
    };

    // Without the parentheses it is a list all the same.
    private static bool TryReadBare(ResponseCode code, [NotNullWhen(true)] out FlagSet? flags)
    {
        flags = null;
        return code.Arguments.Span is [not (byte)'(', ..] bare && FlagListParser.TryParse(bare, out flags);
    }

    private void TakeNumber(string name, uint number)
    {
        if (name == "UIDNEXT")
            _uidNext = Uid.FromServer(number);
        else if (name == "UIDVALIDITY")
            _uidValidity = UidValidity.FromServer(number);
        else
            _firstUnseen = SequenceNumber.FromServer(number);
    }
}
