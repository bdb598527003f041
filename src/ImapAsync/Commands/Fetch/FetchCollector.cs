using System.Diagnostics.CodeAnalysis;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Turns FETCH responses into messages.</summary>
internal sealed class FetchCollector(FetchFilter filter) : ItemCollector<FetchedMessage>, ILiteralItemCollector<FetchedMessage>
{
    protected internal override bool TryRead(in UntaggedResponse response, [NotNullWhen(true)] out FetchedMessage item)
    {
        item = null!;
        if (!IsFetch(response))
            return false;
        FetchResponse fetch = FetchResponseParser.Read(response);
        if (!filter.Accepts(fetch))
            return false;
        item = new FetchedMessage(fetch);
        if (response.IsForExactMatch && !filter.IsExact(item))
            return false;
        filter.Taken(fetch);
        HasDamage |= fetch.IsDamaged;
        return true;
    }

    public bool TryReadHead(in UntaggedResponse head, InboundLiteral literal, out FetchedMessage item)
    {
        item = null!;
        StreamedLiteralFinder finder = StreamedLiteralFinder.Start;
        if (!IsFetch(head) || !finder.TryFind(head.Raw, FetchResponseParser.Sections, out StreamedLiteral found))
            return false;

        FetchResponse fetch = FetchResponseParser.Read(head.UpTo(found.ItemStart));
        fetch.ExpectSection();
        if (!filter.Accepts(fetch) || (head.IsForExactMatch && !filter.IsExact(found)))
            return false;
        filter.Taken(fetch);
        HasDamage |= fetch.IsDamaged;
        item = new FetchedMessage(fetch);
        AddBody(item, found, literal);
        return true;
    }

    public bool TryReadPart(FetchedMessage item, ReadOnlySpan<byte> part, InboundLiteral? next)
    {
        StreamedLiteral found = default;
        StreamedLiteralFinder finder = StreamedLiteralFinder.Continue;
        if (next is not null && !finder.TryFind(part, FetchResponseParser.Sections, out found))
            return false;

        FetchResponse more = FetchResponseParser.ReadMore(next is null ? part : part[..found.ItemStart]);
        HasDamage |= more.IsDamaged;
        if (more.Kinds != FetchItemKinds.None)
            item.Append(new FetchedMessage(more));
        if (next is not null)
            AddBody(item, found, next);
        return true;
    }

    private static void AddBody(FetchedMessage message, in StreamedLiteral found, InboundLiteral literal) =>
        message.AddBody(new StreamedBody(found.Section, found.Origin, found.IsBinary, literal));

    // "* 0 FETCH" has a number, though no message has it.
    private static bool IsFetch(in UntaggedResponse response) => response.Number is not null && response.Is("FETCH"u8);
}
