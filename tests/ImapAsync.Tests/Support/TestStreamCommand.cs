using System.Buffers;
using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>A FETCH that only tests have: items come as text, and literals in them can be streamed.</summary>
internal sealed record TestStreamCommand(string Line, bool Streams = true, CommandTraits Needs = CommandTraits.None) : ImapStreamCommand<TestItem>(Line)
{
    protected internal override CommandTraits Traits => Needs;

    protected internal override ItemCollector<TestItem> CreateItemCollector() => Streams ? new StreamingCollector() : new Collector();

    private class Collector : ItemCollector<TestItem>
    {
        protected internal override bool TryRead(in UntaggedResponse response, out TestItem item)
        {
            item = new TestItem(TestItem.TextOf(response.Raw), Literal: null);
            return response.Is("FETCH"u8);
        }
    }

    private sealed class StreamingCollector : Collector, ILiteralItemCollector<TestItem>
    {
        public bool TryReadHead(in UntaggedResponse head, InboundLiteral literal, out TestItem item)
        {
            item = new TestItem(TestItem.TextOf(head.Raw), literal);
            return head.Is("FETCH"u8);
        }

        public bool TryReadPart(TestItem item, ReadOnlySpan<byte> part, InboundLiteral? next)
        {
            if (part.IndexOf("BROKEN"u8) >= 0)
                throw new ImapProtocolException("The part is broken.");
            item.Parts.Add(TestItem.TextOf(part));
            return next is null || item.TryContinue(next);
        }
    }
}

/// <summary>One item of a <see cref="TestStreamCommand"/>.</summary>
internal sealed record TestItem(string Head, InboundLiteral? Literal) : IReleasable
{
    /// <summary>What followed the literal.</summary>
    public List<string> Parts { get; } = [];

    /// <summary>Which literals after the first are streamed; the others are buffered.</summary>
    public InboundLiteral? Second { get; private set; }

    public static string TextOf(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    public bool TryContinue(InboundLiteral next)
    {
        Second = next;
        return true;
    }

    /// <summary>Reads the literal to its end.</summary>
    public async Task<string> ReadAsync(int atMost = int.MaxValue)
    {
        StringBuilder text = new();
        while (text.Length < atMost)
        {
            ReadOnlySequence<byte> octets = await Literal!.ReadAsync(CancellationToken.None);
            if (octets.IsEmpty)
                break;
            octets = octets.Slice(0, Math.Min(octets.Length, atMost - text.Length));
            text.Append(Encoding.Latin1.GetString(octets));
            Literal.Advance(octets.End, octets.Length);
        }

        return text.ToString();
    }

    public void Release()
    {
        Literal?.Abandon();
        Second?.Abandon();
    }
}
