using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Collects the THREAD responses that answer one command. If none arrives, but messages without threads do, each
/// becomes its own thread, and what arrived is reported.
/// </summary>
internal sealed class ThreadCollector<TNumber> : ResponseCollector<ThreadResult<TNumber>>
    where TNumber : unmanaged
{
    private readonly ThreadData _data = new();
    private bool _isAnswered;
    private bool _hasList;

    protected internal override bool NeedsTag => true;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (response.Kind != ResponseKind.Thread)
            return response.IsHeldBack && !_isAnswered && TryTakeList(response);

        _isAnswered = true;
        ThreadResponseParser.Read(response.Arguments.Remaining, _data);
        return true;
    }

    internal override bool HasPart(ResponseCode? code) => _isAnswered || _hasList;

    internal override bool HoldsBack(in UntaggedResponse response) =>
        !_isAnswered && response.Kind is ResponseKind.Search or ResponseKind.Sort or ResponseKind.ESearch;

    protected internal override ThreadResult<TNumber> Complete(ResponseCode? code) => new(_data.Build());

    private bool TryTakeList(in UntaggedResponse response)
    {
        SortData found = new(isListed: true);
        try
        {
            if (!TryRead(response, found))
                return false;
        }
        finally
        {
            foreach (uint number in found.Numbers.Span)
                AddThread(number);
        }

        if (found.Numbers.IsEmpty)
            return true;
        _hasList = true;
        string name = WireText.Decode(response.Name);
        throw new ImapProtocolException(
            $"The server answered THREAD with {name}, which does not say which messages belong together: each is "
            + "returned as a separate thread.");
    }

    private bool TryRead(in UntaggedResponse response, SortData found)
    {
        if (response.Kind != ResponseKind.ESearch)
        {
            FoundListParser.Read(response.Arguments, found);
            return true;
        }

        if (!ESearchResponse.TryParse(response.Arguments, Tag, out ESearchResponse extended))
            return false;
        extended.RequireKind(MessageNumber.IsUid<TNumber>());
        found.Add(extended);
        extended.ThrowIfDamaged();
        return true;
    }

    private void AddThread(uint number)
    {
        _data.BeginList();
        _data.Add(number);
        _data.EndList();
    }
}
