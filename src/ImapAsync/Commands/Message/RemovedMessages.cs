using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>What EXPUNGE and VANISHED have told to be gone while a command ran.</summary>
internal sealed class RemovedMessages
{
    private readonly List<SequenceNumber> _numbers = [];
    private NumberSetBuilder _uids;

    /// <summary>Whether the server has told of none, not even of one that nobody can tell.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Takes a response, if it tells that messages are gone.</summary>
    /// <exception cref="ImapProtocolException">
    /// It does, and does not tell of all of them which they are; those that it does tell are added.
    /// </exception>
    public bool TryAdd(in UntaggedResponse response)
    {
        bool lacksNumber = ExpungeParser.LacksNumber(response);
        if (!lacksNumber && !ExpungeParser.IsExpunge(response))
            return false;

        IsEmpty = false;
        if (lacksNumber)
            throw ProtocolErrors.Unreadable("the number of a message before EXPUNGE", response.Raw);
        if (ExpungeParser.IsOfNumber(response))
            _numbers.Add(new SequenceNumber(response.Number!.Value));
        else
            VanishedToken.AddTo(ref _uids, response.Arguments);
        return true;
    }

    /// <summary>Adds what another command of the same operation has told.</summary>
    public void Add(ExpungeResult removed)
    {
        IsEmpty &= removed.Count == 0;
        _numbers.AddRange(removed.Numbers);
        foreach (NumberRange<Uid> range in removed.Uids.Ranges)
            _uids.AddRange(range.First.Value, range.Last.Value);
    }

    public ExpungeResult Build() => new() { Numbers = _numbers, Uids = _uids.BuildUids() };
}
