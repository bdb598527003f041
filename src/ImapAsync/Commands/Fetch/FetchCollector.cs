using System.Diagnostics.CodeAnalysis;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Turns FETCH responses into messages.</summary>
/// <param name="filter">Decides which responses belong to the command.</param>
/// <param name="isHidden">
/// Whether the request comes from the library itself, so that nobody reads what it did not request.
/// </param>
internal sealed class FetchCollector(FetchFilter filter, bool isHidden = false)
    : ItemCollector<FetchedMessage>, ILiteralItemCollector<FetchedMessage>
{
    private FetchedMessage? _last;
    private bool _isWhole;
    private bool _isOpened;
    private ResponseOffer _offer;
    private GatheredMessages? _gathered;

    protected internal override bool TryRead(in UntaggedResponse response, [NotNullWhen(true)] out FetchedMessage item)
    {
        item = null!;
        if (!IsFetch(response))
            return false;
        FetchResponse fetch = FetchResponseParser.Read(response);
        if (!filter.Accepts(ref fetch, response.Offer))
            return false;
        _offer = response.Offer;
        _isWhole = !response.IsHeldBack && filter.Taken();
        item = Begin(fetch);
        return true;
    }

    public bool TryReadHead(in UntaggedResponse head, InboundLiteral literal, out FetchedMessage item)
    {
        item = null!;
        if (!Accepts(head, out FetchResponse fetch, out StreamedLiteral found))
            return false;
        // A caller that requested several sections reads them in any order: all but the last are held in memory, unless
        // they are too large.
        if ((isHidden || filter.HasMoreSections) && head.HasRoomFor(literal.Size))
            return false;
        _isWhole = filter.Taken();
        _isOpened = FetchResponseParser.IsOpened(head);
        fetch.RequireSpaceBefore(head.Raw[found.ItemStart..]);
        item = Begin(fetch);
        AddBody(item, found, literal);
        return true;
    }

    public bool TryReadPart(FetchedMessage item, ReadOnlySpan<byte> part, InboundLiteral? next)
    {
        StreamedLiteral found = default;
        StreamedLiteralFinder finder = StreamedLiteralFinder.Continue;
        if (next is not null && !finder.TryFind(part, BodySectionCache.OfThread, out found))
            return false;

        FetchResponse more = FetchResponseParser.ReadMore(
            next is null ? part : part[..found.ItemStart], endsOpened: next is null && _isOpened);
        if (next is not null)
            more.RequireSpaceBefore(part[found.ItemStart..]);
        HasDamage |= more.IsDamaged;
        _isWhole = filter.Taken(more, next is null ? null : found);
        if (more.Kinds != FetchItemKinds.None || more.IsDamaged)
            item.Append(new FetchedMessage(more));
        if (next is not null)
            AddBody(item, found, next);
        return true;
    }

    internal override uint OnlyUid => filter.OnlyUid;

    internal override bool WantsHead(in UntaggedResponse head)
    {
        StreamedLiteralFinder finder = StreamedLiteralFinder.Start;
        if (!IsFetch(head) || !finder.TryFind(head.Raw, BodySectionCache.OfThread, out StreamedLiteral found))
            return false;
        FetchResponse fetch = FetchResponseParser.ReadHead(head.UpTo(found.ItemStart));
        return filter.Wants(ref fetch, found);
    }

    internal override bool HoldsBack(in UntaggedResponse response)
    {
        if (!IsFetch(response))
            return false;
        FetchResponse fetch = FetchResponseParser.Read(response);
        return filter.HoldsBack(ref fetch);
    }

    internal override bool TryKeepRest(MalformedResponse rest)
    {
        _last?.AddRest(rest);
        return _last is not null;
    }

    internal override void NumbersMoved()
    {
        filter.NumbersMoved();
        _gathered?.NumbersMoved();
    }

    internal override bool TryMerge(FetchedMessage item) =>
        (!_isWhole || _gathered is not null) && (_gathered ??= new()).TryMerge(item, _isWhole, _offer);

    private bool Accepts(in UntaggedResponse head, out FetchResponse fetch, out StreamedLiteral found)
    {
        fetch = default;
        found = default;
        StreamedLiteralFinder finder = StreamedLiteralFinder.Start;
        if (!IsFetch(head) || !finder.TryFind(head.Raw, BodySectionCache.OfThread, out found))
            return false;
        fetch = FetchResponseParser.ReadHead(head.UpTo(found.ItemStart));
        fetch.ExpectSection();
        return filter.Accepts(ref fetch, found, head.Offer);
    }

    private FetchedMessage Begin(in FetchResponse fetch)
    {
        HasDamage |= fetch.IsDamaged;
        _last = new FetchedMessage(fetch);
        if (!_isWhole)
            _last.Expect(filter.Asked);
        return _last;
    }

    private static void AddBody(FetchedMessage message, in StreamedLiteral found, InboundLiteral literal) =>
        message.AddBody(new StreamedBody(found.Section, found.Origin, found.IsBinary, literal));

    // Without its number, or as "* 0 FETCH", a UID in it still identifies the message.
    private static bool IsFetch(in UntaggedResponse response) => response.Kind == ResponseKind.Fetch;
}
