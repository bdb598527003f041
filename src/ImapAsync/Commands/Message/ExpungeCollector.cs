using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes EXPUNGE and VANISHED.</summary>
internal sealed class ExpungeCollector : ResponseCollector<ExpungeResult>
{
    private readonly List<SequenceNumber> _numbers = [];
    private NumberSetBuilder _uids;
    private bool _hasVanished;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (!ExpungeParser.IsExpunge(response))
            return false;

        if (ExpungeParser.IsOfNumber(response))
            _numbers.Add(new SequenceNumber(response.Number!.Value));
        else
            AddVanished(response);
        return true;
    }

    internal override bool HasPart(ResponseCode? code) => _numbers.Count > 0 || _hasVanished;

    protected internal override ExpungeResult Complete(ResponseCode? code) => new() { Numbers = _numbers, Uids = _uids.BuildUids() };

    private void AddVanished(in UntaggedResponse response)
    {
        _hasVanished = true;
        VanishedToken.AddTo(ref _uids, response.Arguments);
    }
}
