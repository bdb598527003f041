using System.Collections;

namespace ImapAsync;

/// <summary>Messages on the same level of a conversation. Enumerating them allocates nothing.</summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public readonly struct ThreadNodes<TNumber> : IEnumerable<ThreadNode<TNumber>>
    where TNumber : unmanaged
{
    private readonly ThreadEntry[] _entries;
    private readonly int _start;
    private readonly int _end;

    internal ThreadNodes(ThreadEntry[] entries, int start, int end)
    {
        _entries = entries;
        _start = start;
        _end = end;
    }

    /// <summary>Enumerates the messages in the server's order.</summary>
    public Enumerator GetEnumerator() => new(_entries, _start, _end);

    IEnumerator<ThreadNode<TNumber>> IEnumerable<ThreadNode<TNumber>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates messages on the same level.</summary>
    public struct Enumerator : IEnumerator<ThreadNode<TNumber>>
    {
        private readonly ThreadEntry[] _entries;
        private readonly int _start;
        private readonly int _end;
        private int _current;
        private int _next;

        internal Enumerator(ThreadEntry[] entries, int start, int end)
        {
            _entries = entries;
            _start = _next = start;
            _end = end;
        }

        /// <inheritdoc/>
        public readonly ThreadNode<TNumber> Current => new(_entries, _current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_next >= _end)
                return false;
            _current = _next;
            _next = _entries[_current].End;
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _next = _start;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
