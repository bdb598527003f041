using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// What the read loop does while a literal is streamed, or a consumer is slow: it waits, reads ahead, or discards.
/// </summary>
internal sealed class LiteralPump(ConnectionContext context, CommandQueue commands, ConnectionEnd end)
{
    /// <summary>Returns once the input has been read past the literal.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="owner">The command whose answer contains it.</param>
    /// <param name="input">The source of the octets.</param>
    /// <param name="waiters">
    /// The total number of waits that had begun when its consumer, which waited for it, was woken; null if the consumer
    /// is doing something else. While no other wait has begun since, the consumer gets a moment to read the literal
    /// itself: a new wait may be the consumer's, for a command whose answer follows the literal.
    /// </param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask StreamAsync(InboundLiteral literal, PendingCommand owner, PipeReader input, int? waiters)
    {
        while (true)
        {
            bool isWoken = waiters == commands.Flow.WaitersEver;
            LiteralDuty duty = literal.NextDuty(commands.Flow.SomebodyWaits && !isWoken);
            switch (duty)
            {
                case LiteralDuty.Done:
                    context.Telemetry.Received(literal.Size);
                    return;
                case LiteralDuty.Wait when isWoken && commands.Flow.SomebodyWaits:
                    if (!await commands.Flow.WaitAMomentAsync().ConfigureAwait(false))
                        waiters = null;
                    break;
                case LiteralDuty.Wait:
                    await commands.Flow.WaitForConsumerAsync().ConfigureAwait(false);
                    break;
                case LiteralDuty.WaitForRoom:
                    await WaitForRoomAsync(owner, literal).ConfigureAwait(false);
                    break;
                case LiteralDuty.Discard:
                    CheckBudget(literal, owner);
                    await TakeAsync(literal, input).ConfigureAwait(false);
                    break;
                default:
                    await TakeAsync(literal, input).ConfigureAwait(false);
                    break;
            }

            end.ThrowIfFaulted();
        }
    }

    /// <summary>Waits until the consumer has taken some of what is queued, unless others wait for an answer.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WaitForConsumerAsync(PendingCommand owner)
    {
        while (owner.IsFull)
        {
            if (!commands.Flow.SomebodyWaits)
                await commands.Flow.WaitForConsumerAsync().ConfigureAwait(false);
            else if (commands.Flow.IsFull)
                await WaitForRoomAsync(owner, literal: null).ConfigureAwait(false);
            else
                return;
            end.ThrowIfFaulted();
        }
    }

    private ValueTask WaitForRoomAsync(PendingCommand owner, InboundLiteral? literal) =>
        commands.Flow.WaitForRoomAsync(() => FailOthers(owner, literal));

    // All waiting commands get the exception, except the one whose reader has stopped.
    private void FailOthers(PendingCommand owner, InboundLiteral? literal)
    {
        string message = Blocked(owner, literal);
        foreach (PendingCommand command in commands.Snapshot())
        {
            if (command == owner || !command.IsAwaited)
                continue;
            CommandOutcome outcome = command.IsWritten ? CommandOutcome.Unknown : CommandOutcome.NotSent;
            command.Fail(new ImapBlockedException(message, outcome));
        }
    }

    private async ValueTask TakeAsync(InboundLiteral literal, PipeReader input)
    {
        ReadResult result = await input.ReadAsync().ConfigureAwait(false);
        end.ThrowIfFaulted();
        // A consumer's cancellation that came too late for its own read.
        while (result is { IsCanceled: true, Buffer.IsEmpty: true })
        {
            input.AdvanceTo(result.Buffer.Start);
            result = await input.ReadAsync().ConfigureAwait(false);
            end.ThrowIfFaulted();
        }

        commands.Flow.Progressed();
        ReadOnlySequence<byte> octets = result.Buffer.Slice(0, Math.Min(literal.Left, result.Buffer.Length));
        if (octets.IsEmpty)
        {
            end.FailAtEndOfStream(midResponse: true);
            end.ThrowIfFaulted();
        }

        literal.Take(octets);
    }

    private void CheckBudget(InboundLiteral literal, PendingCommand owner)
    {
        if (literal.IsBroken || literal.Left <= context.Limits.MaxDiscardedOctets)
            return;
        throw new ImapLimitException(
            $"A literal of {literal.Size} octets that {owner.Command.Description} requested was left unread, and the "
            + $"rest of it, {literal.Left} octets, is more than "
            + $"{nameof(ImapLimits)}.{nameof(ImapLimits.MaxDiscardedOctets)}: closing the connection is cheaper than "
            + "reading the rest.",
            nameof(ImapLimits.MaxDiscardedOctets));
    }

    private static string Blocked(PendingCommand owner, InboundLiteral? literal)
    {
        string what = literal is null
            ? $"the answer to {owner.Command.Description}"
            : $"a literal of {literal.Size} octets ({owner.Command.Description}), {literal.Unread} of them unread,";
        return $"The answer to this command follows {what} whose reader has stopped, and "
            + $"{nameof(ImapLimits)}.{nameof(ImapLimits.MaxReadAheadOctets)} is used up. Read that body to its end "
            + "before awaiting other commands on the same connection, or use a second connection.";
    }
}
