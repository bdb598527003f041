namespace ImapAsync;

/// <summary>What a command says after its line: AUTHENTICATE answers challenges. Run by the write loop.</summary>
internal interface IConversation
{
    ValueTask RunAsync(IConversationWire wire);
}

/// <summary>The write loop's side of a conversation.</summary>
internal interface IConversationWire
{
    /// <summary>The continuation that is expected: its text, or null when the command was answered instead.</summary>
    Task<byte[]?> NextAsync();

    /// <summary>Sends a line and expects another continuation or the answer.</summary>
    ValueTask WriteLineAsync(ReadOnlyMemory<byte> line);
}
