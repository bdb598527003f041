namespace ImapAsync.ServerTests;

/// <summary>
/// A mailbox as its observer knows it, from the facts alone: which message has which number and UID, its flags and its
/// mod-sequence. Inconsistent facts are a contradiction.
/// </summary>
/// <param name="hasModSeq">Whether the mailbox has mod-sequences, and they were requested.</param>
internal sealed class MailboxMirror(bool hasModSeq) : IMailboxObserver
{
    private readonly Lock _lock = new();
    private readonly List<MirroredMessage> _messages = [];
    private readonly List<uint> _expunged = [];
    private readonly List<string> _contradictions = [];

    // SELECT's answer is applied once it is complete: until CLOSED it is about another mailbox.
    private readonly List<Action> _answer = [];
    private bool _isOpen;
    private int _announced;

    public ulong HighestModSequence { get; private set; }

    public ulong UidValidity { get; private set; }

    public IReadOnlyList<string> Contradictions
    {
        get
        {
            lock (_lock)
                return [.. _contradictions];
        }
    }

    /// <summary>The messages in their order, as text.</summary>
    public string[] Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages.Select(message => message.ToText(hasModSeq))];
        }
    }

    /// <summary>The numbers of the messages about which something is not known.</summary>
    public SequenceSet Unknown
    {
        get
        {
            lock (_lock)
            {
                return SequenceSet.Of(
                    from number in Enumerable.Range(1, _messages.Count)
                    where !_messages[number - 1].IsKnown(hasModSeq)
                    select new SequenceNumber((uint)number));
            }
        }
    }

    /// <summary>
    /// The UIDs of the messages that were expunged by their numbers since the last time; 0 if one is not known.
    /// </summary>
    public IReadOnlyList<uint> TakeExpunged()
    {
        lock (_lock)
        {
            uint[] taken = [.. _expunged];
            _expunged.Clear();
            return taken;
        }
    }

    /// <summary>The mailbox is about to be selected: for the first time, or again, with what is known.</summary>
    public MailboxSelection Begin(SelectCommand command)
    {
        MailboxSelection selection = new(command);
        lock (_lock)
        {
            _isOpen = false;
            _answer.Clear();
            if (command.QResync is null)
                _messages.Clear();
        }

        selection.Observers.Add(this);
        return selection;
    }

    public void Observe(scoped in MailboxFact fact)
    {
        lock (_lock)
        {
            if (fact.IsDamaged)
                _contradictions.Add($"{fact.Kind} cannot be read");
            if (fact.Kind == MailboxFactKind.Opened)
                Open();
            else if (fact.Kind == MailboxFactKind.Closed)
                _answer.Clear();
            else if (_isOpen)
                Change(fact)();
            else
                _answer.Add(Change(fact));
        }
    }

    public void Ended(Exception exception)
    {
        // It may be selected again.
    }

    private Action Change(scoped in MailboxFact fact)
    {
        (ulong number, UidSet? uids, uint of) = (fact.Number, fact.Uids, fact.Fetch.Number);
        MirroredMessage told = new() { Uid = fact.Fetch.Uid, Flags = fact.Fetch.Flags, ModSequence = fact.Fetch.ModSequence };
        return fact.Kind switch
        {
            MailboxFactKind.Exists => () => Exists((int)number),
            MailboxFactKind.Expunged => () => Expunged((int)number),
            MailboxFactKind.Vanished => () => Vanished(uids!),
            MailboxFactKind.VanishedEarlier => () =>
                _messages.RemoveAll(message => message.Uid != 0 && uids!.Contains(new Uid(message.Uid))),
            MailboxFactKind.Fetched => () => Fetched((int)of, told),
            MailboxFactKind.HighestModSequence => () => HighestModSequence = Math.Max(HighestModSequence, number),
            MailboxFactKind.UidValidity => () => Validate(number),
            _ => Nothing,
        };
    }

    private static void Nothing()
    {
        // What it reports is not mirrored.
    }

    private void Open()
    {
        _answer.ForEach(static change => change());
        _answer.Clear();
        _isOpen = true;
        if (_messages.Count > _announced)
            _contradictions.Add($"{_messages.Count} messages are known, {_announced} were announced");
        Exists(_announced);
    }

    private void Exists(int count)
    {
        _announced = count;
        if (!_isOpen)
            return;
        if (count < _messages.Count)
            _contradictions.Add($"EXISTS {count} where {_messages.Count} messages are known");
        while (_messages.Count < count)
            _messages.Add(new MirroredMessage());
    }

    private void Expunged(int number)
    {
        if (number > _messages.Count)
        {
            _contradictions.Add($"EXPUNGE {number} of {_messages.Count}");
            return;
        }

        _expunged.Add(_messages[number - 1].Uid);
        _messages.RemoveAt(number - 1);
    }

    private void Vanished(UidSet uids)
    {
        foreach (Uid uid in uids)
        {
            // After those that are known to precede it.
            int index = _messages.FindIndex(message => message.Uid == uid.Value);
            if (index < 0)
                index = _messages.FindLastIndex(message => message.Uid != 0 && message.Uid < uid.Value) + 1;
            if (index < _messages.Count && (_messages[index].Uid == 0 || _messages[index].Uid == uid.Value))
                _messages.RemoveAt(index);
            else
                _contradictions.Add($"VANISHED {uid}, which was not there");
        }
    }

    private void Fetched(int number, MirroredMessage told)
    {
        HighestModSequence = Math.Max(HighestModSequence, told.ModSequence);
        MirroredMessage? known = _isOpen ? ByNumber(number, told.Uid) : ByUid(told.Uid);
        if (known is null)
            return;
        if (told.Uid != 0)
            known.Uid = told.Uid;
        // What has a new mod-sequence may have new flags.
        if (told.Flags is not null || (told.ModSequence != 0 && told.ModSequence != known.ModSequence))
            known.Flags = told.Flags;
        known.ModSequence = Math.Max(known.ModSequence, told.ModSequence);
    }

    private MirroredMessage? ByNumber(int number, uint uid)
    {
        MirroredMessage? known = number >= 1 && number <= _messages.Count ? _messages[number - 1] : null;
        if (known is null || (uid != 0 && known.Uid != 0 && known.Uid != uid))
        {
            string found = known?.ToText(hasModSeq) ?? $"{_messages.Count} messages";
            _contradictions.Add($"FETCH {number} (UID {uid}) where {found} is known");
        }

        return known;
    }

    // The numbers in SELECT's answer are right when all of it is known.
    private MirroredMessage ByUid(uint uid)
    {
        MirroredMessage? known = _messages.Find(message => message.Uid == uid);
        if (known is null)
            _messages.Insert(_messages.FindLastIndex(message => message.Uid < uid) + 1, known = new MirroredMessage());
        return known;
    }

    private void Validate(ulong uidValidity)
    {
        if (UidValidity != 0 && UidValidity != uidValidity)
            _contradictions.Add($"UIDVALIDITY {uidValidity} after {UidValidity}");
        UidValidity = uidValidity;
    }
}
