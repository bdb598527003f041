using System.Collections;
using System.Text;

namespace ImapAsync;

/// <summary>The conversations that THREAD or UID THREAD found, in the server's order.</summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public sealed class ThreadResult<TNumber> : IReadOnlyCollection<ThreadNode<TNumber>>
    where TNumber : unmanaged
{
    private readonly ThreadEntry[] _entries;

    internal ThreadResult(ThreadEntry[] entries)
    {
        _entries = entries;
        for (int root = 0; root < entries.Length; root = entries[root].End)
            Count++;
    }

    /// <summary>The number of conversations.</summary>
    public int Count { get; }

    /// <summary>All messages: each before its answers.</summary>
    public IEnumerable<TNumber> Messages => this.SelectMany(static thread => thread.Messages);

    /// <summary>Parses threads as IMAP writes them, for tests: <c>(2)(3 6 (4 23)(44 7 96))</c>.</summary>
    /// <exception cref="FormatException">The text is not a list of threads.</exception>
    public static ThreadResult<TNumber> Parse(string text)
    {
        ThreadData data = new();
        try
        {
            ThreadResponseParser.Read(Encoding.ASCII.GetBytes(text), data);
        }
        catch (ImapProtocolException e)
        {
            throw new FormatException(
                $"\"{text}\" is not a list of threads. Write them as IMAP does: (2)(3 6 (4 23)(44 7 96)).", e);
        }

        return new ThreadResult<TNumber>(data.Build());
    }

    /// <summary>Enumerates the conversations in the server's order.</summary>
    public ThreadNodes<TNumber>.Enumerator GetEnumerator() => new(_entries, 0, _entries.Length);

    IEnumerator<ThreadNode<TNumber>> IEnumerable<ThreadNode<TNumber>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The threads as IMAP writes them: <c>(2)(3 6 (4 23)(44 7 96))</c>.</summary>
    public override string ToString() => ThreadFormat.ToText(_entries, 0, _entries.Length);
}
