using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes EXPUNGE and VANISHED.</summary>
internal sealed class ExpungeCollector : ResponseCollector<ExpungeResult>
{
    private readonly List<SequenceNumber> _numbers = [];
    private NumberSetBuilder _uids;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (!ExpungeParser.IsExpunge(response))
            return false;

        if (ExpungeParser.IsOfNumber(response))
            _numbers.Add(new SequenceNumber(response.Number!.Value));
        else
            VanishedToken.AddTo(ref _uids, response.Arguments);
        return true;
    }

    protected internal override ExpungeResult Complete(ResponseCode? code) => new() { Numbers = _numbers, Uids = _uids.BuildUids() };
}
