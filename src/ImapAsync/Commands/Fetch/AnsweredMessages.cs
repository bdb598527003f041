namespace ImapAsync;

/// <summary>
/// Which messages a FETCH has received answers for, and which of the requested items they contained. It costs little if
/// each has all of them, or all lack the same.
/// </summary>
internal sealed class AnsweredMessages
{
    private SeenNumbers _whole;
    private SeenNumbers[]? _parts;

    public bool IsWhole(uint message) => _whole.Contains(message);

    /// <summary>Whether anything was reported about the message, all or a part.</summary>
    public bool Any(uint message) => _whole.Contains(message) || _parts?[^1].Contains(message) == true;

    /// <summary>Adds the items that the message has received.</summary>
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
        // The last has all of them, whatever was reported.
        _parts[^1].Add(message);
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i])
                _parts[i].Add(message);
        }
    }
}
