using System.Diagnostics.CodeAnalysis;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Turns FETCH responses into messages.</summary>
internal sealed class FetchCollector(FetchFilter filter) : ItemCollector<FetchedMessage>
{
    private readonly FetchResponseParser _parser = new();

    protected internal override bool TryRead(in UntaggedResponse response, [NotNullWhen(true)] out FetchedMessage item)
    {
        item = null!;
        if (!IsFetch(response))
            return false;
        FetchResponse fetch = _parser.Read(response);
        if (!filter.Accepts(fetch))
            return false;
        item = new FetchedMessage(fetch);
        return true;
    }

    /// <summary>Reads what stands before a literal that is to be streamed.</summary>
    /// <param name="head">The response up to the literal's item.</param>
    /// <param name="message">The message; what follows is added to it by <see cref="FetchedMessage.AddBody"/> and <see cref="Append"/>.</param>
    /// <returns>True when the response is this command's.</returns>
    public bool TryReadHead(in UntaggedResponse head, [NotNullWhen(true)] out FetchedMessage? message)
    {
        message = null;
        if (!IsFetch(head))
            return false;
        FetchResponse fetch = _parser.Read(head);
        fetch.ExpectSection();
        if (!filter.Accepts(fetch))
            return false;
        message = new FetchedMessage(fetch);
        return true;
    }

    /// <summary>Adds the items that follow a streamed literal, up to the next one or to the end of the response.</summary>
    public void Append(FetchedMessage message, ReadOnlySpan<byte> items)
    {
        FetchResponse more = _parser.ReadMore(items);
        if (more.Kinds != FetchItemKinds.None)
            message.Append(new FetchedMessage(more));
    }

    // "* 0 FETCH" has a number, though no message has it.
    private static bool IsFetch(in UntaggedResponse response) => response.Number is not null && response.Is("FETCH"u8);
}
