namespace ImapAsync;

/// <summary>What a command says after its line: AUTHENTICATE answers challenges, IDLE ends with DONE. Run by the write loop.</summary>
internal interface IConversation
{
    ValueTask RunAsync(IConversationWire wire);
}

/// <summary>The write loop's side of a conversation.</summary>
internal interface IConversationWire
{
    /// <summary>Ends when the conversation should: another command waits to be written, or nobody wants it any more.</summary>
    Task Interrupted { get; }

    /// <summary>The continuation that is expected: its text, or null when the command was answered instead.</summary>
    Task<byte[]?> NextAsync();

    /// <summary>Expects the answer, or one more continuation, and does not mind how long that takes: from here on the server may be silent.</summary>
    Task<byte[]?> Rest();

    /// <summary>Sends a line and expects another continuation or the answer.</summary>
    ValueTask WriteLineAsync(ReadOnlyMemory<byte> line);

    /// <summary>Sends the last line: it leaves together with the next command, which need not wait for this one's answer.</summary>
    void WriteLastLine(ReadOnlySpan<byte> line);
}
