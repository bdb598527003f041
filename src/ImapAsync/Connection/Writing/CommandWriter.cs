using System.Buffers;
using System.IO.Pipelines;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Encodes one command at a time and writes it: as a whole, or in parts if literals or a conversation require that.
/// </summary>
internal sealed class CommandWriter(
    ConnectionContext context, CommandQueue commands, ContinuationGate gate, SessionState session, SilenceWatch watch)
{
    // The limit for what a command puts into the output's buffer: a larger literal is sent at once, with what precedes
    // it.
    private const int MostGathered = 32 << 10;

    private readonly EncodeBuffer _buffer = new();
    private IConversation? _conversation;
    private WireLog? _wire;
    private bool _hasUnasked;

    /// <summary>The writer for commands. An upgrade replaces it.</summary>
    public PipeWriter Output => context.Transport.Output;

    /// <summary>Whether it waits for the server in the middle of a command.</summary>
    public bool IsWaiting => gate.IsWaiting;

    /// <summary>Begins a run of the write loop.</summary>
    public void Begin() => _wire = context.Wire.IfEnabled;

    /// <summary>Encodes a command and registers it as in flight; false if it cannot be sent and has failed.</summary>
    public bool TryEncode(PendingCommand command)
    {
        _buffer.Reset();
        uint tag = commands.NextTag();
        CommandEncoder encoder = CommandEncoder.Rent(_buffer, session.EncodingOptions(context.Options));
        try
        {
            Span<byte> text = stackalloc byte[TagFormat.MaxLength];
            encoder.Begin(text[..TagFormat.Write(tag, text)], command.Command.Name, command.Command.DefinedBy);
            command.Command.WriteArguments(encoder);
            encoder.EndLine();
            _hasUnasked = encoder.HasUnasked;
            _conversation = command.Command.Converse();
        }
        catch (Exception exception)
        {
            command.Fail(exception);
            return false;
        }
        finally
        {
            CommandEncoder.Return(encoder);
        }

        return TryRegister(command, tag);
    }

    public bool IsOnePiece(PendingCommand command) =>
        _buffer.Literals.IsEmpty && _conversation is null && command.Tag != 0;

    /// <summary>Puts the command into the output's buffer; returns its length.</summary>
    public int Write(PendingCommand command, PipeWriter output)
    {
        command.SentUnasked = _hasUnasked;
        command.IsWhole = true;
        return Put(command, 0.._buffer.Length, output);
    }

    /// <summary>Puts the end of an IDLE into the output's buffer; returns its length.</summary>
    public int WriteDone(PendingCommand idle, PipeWriter output)
    {
        ReadOnlySpan<byte> done = "DONE\r\n"u8;
        _wire?.SentLine(idle.Command, done);
        output.Write(done);
        context.Telemetry.Sent(done.Length);
        return done.Length;
    }

    /// <summary>
    /// Writes a command with literals of its own or a conversation; returns how many of its octets may be in the
    /// output's buffer.
    /// </summary>
    public async ValueTask<long> WriteInPartsAsync(PendingCommand command, PipeWriter output)
    {
        int written = 0;
        long gathered = 0;
        for (int i = 0; i < _buffer.Literals.Length; i++)
        {
            OutboundLiteral literal = _buffer.Literals[i];
            if (command.IsAnswered)
            {
                // The server has no use for the rest: it only needs to see that the line ends.
                output.Write("\r\n"u8);
                return gathered + 2;
            }

            command.SentUnasked |= literal.SendsUnasked;
            gathered += Put(command, written..literal.Offset, output);
            written = literal.Offset;
            if (literal.Synchronizing && !await IsInvitedAsync(command, output).ConfigureAwait(false))
                return 0;

            gathered = await WriteLiteralAsync(command, literal.Source, gathered, output).ConfigureAwait(false);
        }

        Task<byte[]?>? continuation = _conversation is null ? null : gate.Register(command);
        command.SentUnasked |= _hasUnasked;
        command.IsWhole = true;
        gathered += Put(command, written.._buffer.Length, output);
        if (_conversation is not null)
        {
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            await _conversation.RunAsync(new ConversationWire(
                command, output, gate, context.Telemetry, continuation!, _wire))
                .ConfigureAwait(false);
            _conversation = null;
        }

        return gathered;
    }

    /// <summary>Whether the buffer is released.</summary>
    public bool IsReleased => _buffer.IsEmpty;

    /// <summary>Releases the buffer and the sources of literals: between commands nothing is held.</summary>
    public void Release() => _buffer.Release();

    private bool TryRegister(PendingCommand command, uint tag)
    {
        if (!commands.TryRegister(command, tag, session.Selections, out MailboxSelection? left))
            return false;

        watch.Watch();
        left?.Left();
        command.TimesAdvertised = session.TimesAdvertised;
        command.Registered();
        command.Probe?.Written();
        if (context.Log.HasCommands)
        {
            command.Started = context.Time.GetTimestamp();
            context.Log.Sent(tag, command.Command);
        }

        return true;
    }

    private int Put(PendingCommand command, Range part, PipeWriter output)
    {
        ReadOnlySpan<byte> octets = _buffer.Written[part];
        if (part.Start.Value == 0)
            _wire?.Sent(command.Tag, command.Command, octets);
        else
            _wire?.SentRest(command.Command, octets);
        output.Write(octets);
        context.Telemetry.Sent(octets.Length);
        return octets.Length;
    }

    // A tagged NO or BAD instead of the continuation cancels the literal: none of it is sent.
    private async ValueTask<bool> IsInvitedAsync(PendingCommand command, PipeWriter output)
    {
        Task<byte[]?> continuation = gate.Register(command);
        await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        return await continuation.ConfigureAwait(false) is not null;
    }

    // Returns how many octets of the command may then be in the output's buffer.
    private async ValueTask<long> WriteLiteralAsync(
        PendingCommand command, ImapLiteral source, long gathered, PipeWriter output)
    {
        bool isInMemory = source.TryGetMemory(out ReadOnlySequence<byte> octets);
        if (isInMemory && gathered + source.Length <= MostGathered)
        {
            foreach (ReadOnlyMemory<byte> segment in octets)
                output.Write(segment.Span);
            gathered += source.Length;
        }
        else
        {
            await SendLiteralAsync(command, source, isInMemory, output).ConfigureAwait(false);
            gathered = 0;
        }

        context.Telemetry.Sent(source.Length);
        _wire?.SentLiteral(command.Command, source.Length);
        return gathered;
    }

    private async ValueTask SendLiteralAsync(
        PendingCommand command, ImapLiteral source, bool isInMemory, PipeWriter output)
    {
        // While a slow source is awaited, what precedes it has been sent.
        if (!isInMemory)
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await source.WriteToAsync(output, commands.Flow.CallersTurn).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new IOException(
                $"a literal of {source.Length} octets that {command.Command.Description} was sending was interrupted, "
                + $"and a partly sent literal cannot be undone: {exception.Message}",
                exception);
        }
    }
}
