namespace ImapAsync;

/// <summary>
/// Which messages have been answered by a FETCH, and with which of the items that were asked for. Costs little where
/// each has all of them, or all lack the same.
/// </summary>
internal sealed class AnsweredMessages
{
    private SeenNumbers _whole;
    private SeenNumbers[]? _parts;

    public bool IsWhole(uint message) => _whole.Contains(message);

    /// <summary>Whether something was told of the message, all or a part.</summary>
    public bool Any(uint message) => _whole.Contains(message) || _parts?[^1].Contains(message) == true;

    /// <summary>Adds the items that the message has had.</summary>
    public void Mark(uint message, Span<bool> had)
    {
        if (_parts is null)
            return;
        for (int i = 0; i < had.Length; i++)
            had[i] |= _parts[i].Contains(message);
    }

    public void AddWhole(uint message) => _whole.Add(message);

    public void Add(uint message, ReadOnlySpan<bool> items)
    {
        _parts ??= new SeenNumbers[items.Length + 1];
        // The last has all of them, whatever was told.
        _parts[^1].Add(message);
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i])
                _parts[i].Add(message);
        }
    }
}
