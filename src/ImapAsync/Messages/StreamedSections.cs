using System.Collections;

namespace ImapAsync;

/// <summary>The sections of a message that is being streamed: those that have arrived.</summary>
internal sealed class StreamedSections(FetchedMessage message) : IReadOnlyList<MessageBody>
{
    public int Count => FetchedSections.All(message).Count;

    public MessageBody this[int index] => FetchedSections.All(message)[index];

    // What arrives while the previous one is read is available when the next one is requested.
    public IEnumerator<MessageBody> GetEnumerator()
    {
        for (int i = 0; FetchedSections.All(message) is var sections && i < sections.Count; i++)
            yield return sections[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
