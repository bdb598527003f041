using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Collects the answer to SEARCH and SORT, by number or UID: the list of that name or ESEARCH, whichever the server
/// sends, or nothing at all, as Cyrus does if nothing is found.
/// </summary>
internal abstract class FoundCollector<TData, TResult>(TData data, bool uids, bool asksForExtended)
    : NamedAnswerCollector<TResult>
    where TData : FoundData
{
    private bool _hasExtended;
    private bool _hasOther;

    protected internal override bool NeedsTag => true;

    internal override ReadOnlySpan<byte> TakenInParts =>
        _hasExtended ? default : ListKind == ResponseKind.Search ? "SEARCH"u8 : "SORT"u8;

    protected override string ResponseName => "ESEARCH";

    protected override string Asked => $"TAG {Tag}";

    // Nothing at all is "nothing found".
    protected override bool MayBeSilent => true;

    /// <summary>The data collected so far.</summary>
    protected TData Data => data;

    /// <summary>The list without RETURN: that of SEARCH or SORT.</summary>
    protected abstract ResponseKind ListKind { get; }

    // Some servers do not distinguish SEARCH from SORT.
    private ResponseKind OtherListKind => ListKind == ResponseKind.Search ? ResponseKind.Sort : ResponseKind.Search;

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        // A list after the ESEARCH belongs to another command, and so does one before it if another command requests
        // lists.
        if (!_hasExtended && response.Kind == ListKind && !(asksForExtended && response.IsForExactMatch))
        {
            IsAnswered = true;
            FoundListParser.Read(response.Arguments, data);
            return true;
        }

        if (response.Kind != ResponseKind.ESearch)
            return TryTakeOther(response);
        if (!ESearchResponse.TryParse(response.Arguments, Tag, out ESearchResponse extended))
            return false;

        extended.RequireKind(uids);
        IsAnswered = _hasExtended = true;
        data.Add(extended);
        extended.ThrowIfDamaged();
        return true;
    }

    internal override bool HasPart(ResponseCode? code) => IsAnswered || _hasOther;

    internal override bool HoldsBack(in UntaggedResponse response) => !IsAnswered && response.Kind == OtherListKind;

    internal override MalformedResponse? FindMissing(ResponseCode? code) => _hasOther ? null : base.FindMissing(code);

    // Threads contain the messages, but neither the order nor other requested results.
    protected override bool IsInstead(in UntaggedResponse response) =>
        base.IsInstead(response) || response.Kind == ResponseKind.Thread;

    /// <summary>Whether the numbers are everything that is found, even if no answer arrives.</summary>
    protected static bool AsksForAll(SearchReturnOptions returns, PartialRange? partial) =>
        returns == SearchReturnOptions.None ? partial is null : returns.HasFlag(SearchReturnOptions.All);

    // It is the answer only if no other arrives.
    private bool TryTakeOther(in UntaggedResponse response)
    {
        if (IsAnswered || !response.IsHeldBack || response.Kind != OtherListKind)
            return false;
        _hasOther = true;
        FoundListParser.Read(response.Arguments, data);
        return true;
    }

    /// <summary>Whether the expected answer is ESEARCH.</summary>
    protected static bool AsksForExtended(SearchReturnOptions returns, PartialRange? partial) =>
        returns != SearchReturnOptions.None || partial is not null;
}
