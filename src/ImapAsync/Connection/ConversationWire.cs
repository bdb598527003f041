using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>The write loop's side of a conversation.</summary>
internal sealed class ConversationWire(PendingCommand command, PipeWriter output, ConnectionCore core, Task<byte[]?> first) : IConversationWire
{
    private Task<byte[]?> _next = first;

    public Task Interrupted => core.WhenInterrupted;

    public Task<byte[]?> NextAsync() => _next;

    public async ValueTask WriteLineAsync(ReadOnlyMemory<byte> line)
    {
        _next = core.Gate.Register(command);
        output.Write(line.Span);
        output.Write("\r\n"u8);
        await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
