namespace ImapAsync.Tests;

/// <summary>What the model server has: messages in their order, and the UIDs of some that have gone.</summary>
internal sealed class ModelMailbox
{
    private readonly List<ModelMessage> _messages = [];
    private uint _lastUid;

    public ModelMailbox(ScriptRandom random)
    {
        for (int i = 3 + random.Below(5); i > 0; i--)
            Add(random);
    }

    public int Count => _messages.Count;

    public IReadOnlyList<ModelMessage> Messages => _messages;

    /// <summary>Those that have gone, in the order in which they went.</summary>
    public List<uint> Gone { get; } = [];

    public ModelMessage Add(ScriptRandom random)
    {
        _lastUid += 1 + (uint)random.Below(3);
        ModelMessage added = new(_lastUid);
        _messages.Add(added);
        return added;
    }

    /// <summary>The message's sequence number; 0 when it has gone.</summary>
    public uint NumberOf(ModelMessage message) => (uint)(_messages.IndexOf(message) + 1);

    public void Remove(ModelMessage message)
    {
        _messages.Remove(message);
        Gone.Add(message.Uid);
    }
}
