using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Collects what the server reports about the mailbox that is being selected.</summary>
internal sealed class SelectResultBuilder(bool isReadOnly)
{
    private bool _isSaidReadOnly;
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

    public long Exists
    {
        get;
        set
        {
            field = value;
            IsExistsTold = true;
        }
    }

    /// <summary>Whether EXISTS has arrived, even with an unreadable number.</summary>
    public bool IsExistsTold { get; set; }

    /// <summary>Whether any changes since the mod-sequence passed in QRESYNC were reported.</summary>
    public bool HasChanges => _changed is not null || !_vanished.IsEmpty;

    public long Recent { get; set; }

    public MailboxInfo? Info { get; set; }

    public void TakeFlags(in UntaggedResponse response)
    {
        Damage damage = default;
        _flags = FlagListToken.Read(response.Arguments, ref damage);
        damage.ThrowIfAny();
    }

    public bool AddChanged(in UntaggedResponse response)
    {
        (_changed ??= []).Add(new FetchedMessage(FetchResponseParser.Read(response)));
        return true;
    }

    /// <summary>
    /// Reads <c>VANISHED (EARLIER) set</c>; without EARLIER it reports a removal just now, which is not part of the
    /// answer.
    /// </summary>
    public bool TryAddVanished(in UntaggedResponse response)
    {
        if (!VanishedToken.IsEarlier(response.Arguments))
            return false;
        Damage damage = default;
        _vanished |= VanishedToken.Read(response.Arguments, ref damage);
        damage.ThrowIfAny();
        return true;
    }

    /// <summary>
    /// Takes a response code; zero means that the server does not know. An unreadable one is ignored.
    /// </summary>
    public void Take(ResponseCode code)
    {
        if (code is { IsUnclosed: true, Arguments.IsEmpty: false })
            return;
        switch (code.Name)
        {
            case ResponseCodes.ReadOnly:
                _isSaidReadOnly = true;
                break;
            case ResponseCodes.ReadWrite:
                _isSaidReadOnly = false;
                break;
            case ResponseCodes.UidNotSticky:
                _uidNotSticky = true;
                break;
            case ResponseCodes.NoModSeq:
                _highestModSeq = null;
                break;
            case ResponseCodes.MailboxId:
                _mailboxId = ObjectIdToken.Of(code);
                break;
            case ResponseCodes.PermanentFlags when TryReadFlags(code, out FlagSet flags) || flags.Count > 0:
                _permanentFlags = flags;
                break;
            case ResponseCodes.HighestModSeq when TryReadNumber(code, out long modSeq):
                _highestModSeq = ModSequence.FromServer((ulong)modSeq);
                break;
            case ResponseCodes.UidNext or ResponseCodes.UidValidity or ResponseCodes.Unseen
                when TryReadNumber(code, out long number) && number <= uint.MaxValue:
                TakeNumber(code.Name, (uint)number);
                break;
            default:
                break;
        }
    }

    /// <summary>What was expected in an unreadable code; null if it is readable, or says nothing.</summary>
    public static string? ExpectedIn(ResponseCode code) => code.IsUnclosed
        ? "a bracket that closes the code"
        : code.Arguments.IsEmpty || new ResponseValue(code.Arguments.Span).IsNil
            ? null
            : code.Name switch
            {
                ResponseCodes.PermanentFlags => TryReadFlags(code, out _) ? null : "a list of flags",
                ResponseCodes.MailboxId => ObjectIdToken.ExpectedIn(code),
                ResponseCodes.HighestModSeq => TryReadNumber(code, out _) ? null : "a mod-sequence",
                ResponseCodes.UidValidity when TryReadNumber(code, out long validity) && validity == 0 =>
                    "a number above 0",
                ResponseCodes.UidNext or ResponseCodes.UidValidity or ResponseCodes.Unseen =>
                    TryReadNumber(code, out long number) && number <= uint.MaxValue ? null : "a number below 2^32",
                _ => null,
            };

    public SelectResult Build(MailboxName mailbox) => new(mailbox)
    {
        Exists = Exists,
        Recent = Recent,
        Flags = _flags,
        PermanentFlags = _permanentFlags ?? _flags,
        UidNext = _uidNext,
        UidValidity = _uidValidity,
        FirstUnseen = _firstUnseen,
        HighestModSequence = _highestModSeq,
        // A mailbox selected by EXAMINE cannot be changed, whatever the server calls it.
        IsReadOnly = isReadOnly || _isSaidReadOnly,
        UidNotSticky = _uidNotSticky,
        MailboxId = _mailboxId,
        Info = Info,
        Vanished = _vanished,
        Changed = _changed ?? (IReadOnlyList<FetchedMessage>)[],
    };

    private static bool TryReadFlags(ResponseCode code, out FlagSet flags)
    {
        ImapTokenReader reader = code.Read();
        try
        {
            return FlagListToken.TryRead(ref reader, out flags);
        }
        catch (ImapProtocolException)
        {
            flags = FlagSet.Empty;
            return false;
        }
    }

    /// <summary>
    /// Reads the number in a code. Some servers use MODSEQ's parentheses here too; a value below 0 is ignored.
    /// </summary>
    public static bool TryReadNumber(ResponseCode code, out long number)
    {
        ListReader arguments = ListReader.Bare(code.Arguments.Span);
        ResponseValue value = arguments.Next();
        ListReader elements = value.Elements;
        if (value.IsList)
            value = elements.Next();
        return value.TryGetNumber(out number) && !value.IsNegative;
    }

    private void TakeNumber(string name, uint number)
    {
        if (name == ResponseCodes.UidNext)
            _uidNext = Uid.FromServer(number);
        else if (name == ResponseCodes.UidValidity)
            _uidValidity = UidValidity.FromServer(number);
        else
            _firstUnseen = SequenceNumber.FromServer(number);
    }
}
