namespace ImapAsync;

/// <summary>What a command says after its line: AUTHENTICATE answers challenges, IDLE ends with DONE. Run by the write loop.</summary>
internal interface IConversation
{
    ValueTask RunAsync(IConversationWire wire);
}

/// <summary>The write loop's side of a conversation.</summary>
internal interface IConversationWire
{
    /// <summary>Ends when another command waits to be written, or the conversation should end for another reason.</summary>
    Task Interrupted { get; }

    /// <summary>The next continuation's text, or null when the command was answered instead.</summary>
    Task<byte[]?> NextAsync();

    /// <summary>Sends a line and expects another continuation or the answer.</summary>
    ValueTask WriteLineAsync(ReadOnlyMemory<byte> line);
}
