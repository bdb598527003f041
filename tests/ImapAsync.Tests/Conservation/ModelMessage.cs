namespace ImapAsync.Tests;

/// <summary>A message of the model: everything reported about it follows from its UID and from how often its flags were changed.</summary>
internal sealed class ModelMessage(uint uid)
{
    public uint Uid { get; } = uid;

    /// <summary>How often its flags, and so its mod-sequence, were changed.</summary>
    public int Version { get; private set; } = 1;

    public void Change() => Version++;
}
