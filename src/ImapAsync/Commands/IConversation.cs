namespace ImapAsync;

/// <summary>
/// The lines that a command sends after its own: AUTHENTICATE answers challenges. Run by the write loop.
/// </summary>
internal interface IConversation
{
    ValueTask RunAsync(IConversationWire wire);
}

/// <summary>The write loop's side of a conversation.</summary>
internal interface IConversationWire
{
    /// <summary>Waits for the expected continuation: its text, or null if the command was answered instead.</summary>
    Task<byte[]?> NextAsync();

    /// <summary>Sends a line, and expects another continuation or the answer.</summary>
    ValueTask WriteLineAsync(ReadOnlyMemory<byte> line);
}
