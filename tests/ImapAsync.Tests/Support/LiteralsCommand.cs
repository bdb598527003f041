using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>A command whose answers, <c>* LIT {n}…</c>, have one streamed literal each.</summary>
internal sealed record LiteralsCommand() : ImapStreamCommand<InboundLiteral>("LITERALS")
{
    protected internal override ItemCollector<InboundLiteral> CreateItemCollector() => new Collector();

    private sealed class Collector : ItemCollector<InboundLiteral>, ILiteralItemCollector<InboundLiteral>
    {
        protected internal override bool TryRead(in UntaggedResponse response, out InboundLiteral item)
        {
            item = null!;
            return false;
        }

        public bool TryReadHead(in UntaggedResponse head, InboundLiteral literal, out InboundLiteral item)
        {
            item = literal;
            return head.Is("LIT"u8);
        }

        public bool TryReadPart(InboundLiteral item, ReadOnlySpan<byte> part, InboundLiteral? next) => next is null;
    }
}
