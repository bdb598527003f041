using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>The write loop's side of a conversation.</summary>
internal sealed class ConversationWire(
    PendingCommand command, PipeWriter output, ContinuationGate gate, ConnectionTelemetry telemetry,
    Task<byte[]?> first, WireLog? log)
    : IConversationWire
{
    private Task<byte[]?> _next = first;

    public Task<byte[]?> NextAsync() => _next;

    public async ValueTask WriteLineAsync(ReadOnlyMemory<byte> line)
    {
        _next = gate.Register(command);
        // A server that has answered in the meantime would take the line for a command.
        if (_next.IsCompleted)
            return;

        log?.SentLine(command.Command, line.Span);
        output.Write(line.Span);
        output.Write("\r\n"u8);
        telemetry.Sent(line.Length + 2);
        await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
