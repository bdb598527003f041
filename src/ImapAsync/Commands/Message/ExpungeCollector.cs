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

        if (response.Number is { } number)
            _numbers.Add(new SequenceNumber(number));
        else
            ExpungeParser.ReadVanished(response.Arguments, ref _uids);
        return true;
    }

    protected internal override ExpungeResult Complete(ResponseCode? code) => new() { Numbers = _numbers, Uids = _uids.BuildUids() };
}
