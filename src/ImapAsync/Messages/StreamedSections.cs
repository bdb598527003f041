using System.Collections;

namespace ImapAsync;

/// <summary>The sections of a message that is being streamed: those that have come.</summary>
internal sealed class StreamedSections(FetchedMessage message) : IReadOnlyList<MessageBody>
{
    public int Count => FetchedSections.All(message).Count;

    public MessageBody this[int index] => FetchedSections.All(message)[index];

    // What comes while the one before is read is there when the next is asked for.
    public IEnumerator<MessageBody> GetEnumerator()
    {
        for (int i = 0; FetchedSections.All(message) is var sections && i < sections.Count; i++)
            yield return sections[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
