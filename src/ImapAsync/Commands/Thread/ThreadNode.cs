namespace ImapAsync;

/// <summary>A message in its conversation: above it is the message that it answers, below it are its answers.</summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public readonly struct ThreadNode<TNumber>
    where TNumber : unmanaged
{
    private readonly ThreadEntry[] _entries;
    private readonly int _index;

    internal ThreadNode(ThreadEntry[] entries, int index)
    {
        _entries = entries;
        _index = index;
    }

    /// <summary>The message; null if its answers are known but the message itself is not in the mailbox.</summary>
    public TNumber? Message => MessageNumber.FromServer<TNumber>(_entries[_index].Number);

    /// <summary>The answers to the message, in the server's order.</summary>
    public ThreadNodes<TNumber> Children => new(_entries, _index + 1, _entries[_index].End);

    /// <summary>
    /// The message and all below it, each before its answers. Conversations can be thousands deep, so this is safer
    /// than recursion.
    /// </summary>
    public IEnumerable<TNumber> Messages
    {
        get
        {
            for (int i = _index; i < _entries[_index].End; i++)
            {
                if (new ThreadNode<TNumber>(_entries, i).Message is { } message)
                    yield return message;
            }
        }
    }

    /// <summary>The thread as IMAP writes it: <c>(3 6 (4 23)(44 7 96))</c>.</summary>
    public override string ToString() => ThreadFormat.ToText(_entries, _index, _entries[_index].End);
}
