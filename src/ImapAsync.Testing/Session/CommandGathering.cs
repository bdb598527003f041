using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>
/// Reads a command with its literals, and sends a continuation to those that wait for one (RFC 9051 §4.3, RFC 7888).
/// </summary>
internal static class CommandGathering
{
    private const int Step = 64 * 1024;
    private const int LargestWithLiteralMinus = 4096;

    /// <summary>The octets of the next command; null if the client is gone.</summary>
    public static async ValueTask<byte[]?> ReadAsync(ClientSession session, CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> octets = new();
        while (true)
        {
            byte[]? line = await session.Reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
            if (line is null)
                return null;
            CountRoundTrip(session);
            octets.Write(line);
            if (!LiteralAnnouncement.TryParse(line, out LiteralAnnouncement literal))
                return octets.WrittenSpan.ToArray();

            octets.Write("\r\n"u8);
            if (!literal.IsSynchronizing)
            {
                Check(session.Server, literal);
            }
            else if (Refuse(session, octets.WrittenSpan, literal) is { } refusal)
            {
                session.Writer.Tagged(ReceivedCommand.TagOf(octets.WrittenSpan) ?? "*", refusal);
                await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
                octets.ResetWrittenCount();
                continue;
            }
            else
            {
                session.Writer.Continue("Ready for the literal");
                await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            if (!await ReadLiteralAsync(session, octets, literal.Size, cancellationToken).ConfigureAwait(false))
                return null;
        }
    }

    public static void CountRoundTrip(ClientSession session)
    {
        session.Inactivity.Restart();
        if (!session.Output.Heard())
            return;
        session.RoundTrips++;
        session.Server.Commands.CountRoundTrip();
    }

    private static Reply? Refuse(ClientSession session, ReadOnlySpan<byte> soFar, LiteralAnnouncement literal)
    {
        int most = session.Server.Options.Limits.MaxLiteralOctets;
        if (literal.Size > most)
        {
            return Reply.No(
                "TOOBIG",
                $"No more than {most} octets "
                + $"({nameof(ImapTestServerLimits)}.{nameof(ImapTestServerLimits.MaxLiteralOctets)})");
        }

        try
        {
            ReceivedCommand command = ReceivedCommand.Parse(soFar.ToArray());
            return session.Server.Table.Peek(command)?.RefuseLiteral(session, command, literal.Size);
        }
        catch (CommandRefusedException refusal)
        {
            return Reply.Of(refusal);
        }
    }

    // Octets already on their way cannot be refused, only cut off.
    private static void Check(ServerContext server, LiteralAnnouncement literal)
    {
        if (literal.Size > server.Options.Limits.MaxLiteralOctets)
        {
            throw new InputTooLongException(
                $"A literal of more than {server.Options.Limits.MaxLiteralOctets} octets "
                + $"({nameof(ImapTestServerLimits)}.{nameof(ImapTestServerLimits.MaxLiteralOctets)})");
        }

        if (server.Has("LITERAL+"))
            return;
        if (!server.Has("LITERAL-") && !server.Has("IMAP4rev2"))
        {
            throw new InputTooLongException(
                "A non-synchronizing literal, although neither LITERAL+ nor LITERAL- was announced");
        }

        if (literal.Size > LargestWithLiteralMinus)
        {
            throw new InputTooLongException(
                $"A non-synchronizing literal of more than {LargestWithLiteralMinus} octets (LITERAL-, RFC 7888 §5)");
        }
    }

    private static async ValueTask<bool> ReadLiteralAsync(
        ClientSession session, ArrayBufferWriter<byte> octets, long size, CancellationToken cancellationToken)
    {
        if (octets.WrittenCount + size > 4L * session.Server.Options.Limits.MaxLiteralOctets)
            throw new InputTooLongException("The literals of one command are too large together");
        for (long left = size; left > 0;)
        {
            int length = (int)Math.Min(left, Step);
            if (!await session.Reader.ReadOctetsAsync(octets.GetMemory(length)[..length], cancellationToken)
                .ConfigureAwait(false))
            {
                return false;
            }

            CountRoundTrip(session);
            octets.Advance(length);
            left -= length;
        }

        return true;
    }
}
