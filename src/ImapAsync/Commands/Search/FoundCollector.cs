using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Takes what answers SEARCH and SORT, by number or UID: the list of that name or ESEARCH, whichever the server sends, or nothing at all, as Cyrus does when nothing is found.
/// </summary>
internal abstract class FoundCollector<TResult>(bool uids) : ResponseCollector<TResult>
{
    private bool _hasExtended;

    protected internal override bool NeedsTag => true;

    internal override ReadOnlySpan<byte> TakenInParts => _hasExtended ? default : ListName;

    /// <summary>The name of the list without RETURN.</summary>
    protected abstract ReadOnlySpan<byte> ListName { get; }

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        // A list after the ESEARCH is another command's.
        if (!_hasExtended && response.Is(ListName))
        {
            ReadList(response.Arguments);
            return true;
        }

        if (!response.Is("ESEARCH"u8) || !ESearchResponse.TryParse(response.Arguments, Tag, out ESearchResponse extended))
            return false;

        extended.RequireKind(uids);
        _hasExtended = true;
        Add(extended);
        extended.ThrowIfDamaged();
        return true;
    }

    protected abstract void ReadList(ImapTokenReader arguments);

    protected abstract void Add(in ESearchResponse extended);

    /// <summary>Whether the numbers hold everything that is found, even when no answer comes.</summary>
    protected static bool AsksForAll(SearchReturn returns, PartialRange? partial) =>
        returns == SearchReturn.None ? partial is null : returns.HasFlag(SearchReturn.All);
}
