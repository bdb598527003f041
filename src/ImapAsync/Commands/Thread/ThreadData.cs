using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>One message of a thread, or the place of a missing one.</summary>
/// <param name="Number">The message; 0 if there is none.</param>
/// <param name="End">The end of its last descendant: the index after it.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ThreadEntry(uint Number, int End);

/// <summary>
/// Threads while they are read. A node is followed by its descendants, so a tree of any depth is one array with eight
/// octets per message: no server can inflate it by nesting.
/// </summary>
internal sealed class ThreadData
{
    private readonly List<ThreadEntry> _entries = [];
    private readonly List<int> _open = [];
    private readonly List<int> _lists = [];

    public int Depth => _lists.Count;

    public void BeginList()
    {
        // A list that begins with lists: siblings whose parent is not in the mailbox (RFC 5256 §4).
        if (_lists.Count > 0 && _lists[^1] == _open.Count)
            Open(0);
        _lists.Add(_open.Count);
    }

    /// <summary>Adds a message below the previous one in the list.</summary>
    public void Add(uint number)
    {
        if (number != 0)
            Open(number);
    }

    public void EndList()
    {
        int first = _lists[^1];
        _lists.RemoveAt(_lists.Count - 1);
        Close(first);
    }

    /// <summary>Closes what a response left open.</summary>
    public void EndAll()
    {
        _lists.Clear();
        Close(0);
    }

    public ThreadEntry[] Build() => [.. _entries];

    private void Open(uint number)
    {
        _open.Add(_entries.Count);
        _entries.Add(new ThreadEntry(number, 0));
    }

    private void Close(int first)
    {
        Span<ThreadEntry> entries = CollectionsMarshal.AsSpan(_entries);
        for (int i = first; i < _open.Count; i++)
            entries[_open[i]] = entries[_open[i]] with { End = entries.Length };
        _open.RemoveRange(first, _open.Count - first);
    }
}
