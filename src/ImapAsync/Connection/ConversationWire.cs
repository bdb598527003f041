using System.Buffers;
using System.IO.Pipelines;

namespace ImapAsync;

/// <summary>The write loop's side of a conversation.</summary>
internal sealed class ConversationWire(PendingCommand command, PipeWriter output, ConnectionCore core, Task<byte[]?> first, WireLog? log) : IConversationWire
{
    private Task<byte[]?> _next = first;

    public Task Interrupted => core.Idle.Interrupted;

    public Task<byte[]?> NextAsync() => _next;

    public Task<byte[]?> Rest()
    {
        command.IsResting = true;
        return Expect();
    }

    public async ValueTask WriteLineAsync(ReadOnlyMemory<byte> line)
    {
        // Whoever has answered meanwhile would take the line for a command.
        if (Expect().IsCompleted)
            return;

        Write(line.Span);
        await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public void WriteLastLine(ReadOnlySpan<byte> line)
    {
        Write(line);
        command.IsResting = false;
        core.EndExclusive(command);
    }

    private Task<byte[]?> Expect() => _next = core.Gate.Register(command);

    private void Write(ReadOnlySpan<byte> line)
    {
        log?.SentLine(command.Command, line);
        output.Write(line);
        output.Write("\r\n"u8);
        core.Telemetry.Sent(line.Length + 2);
    }
}
