using System.Buffers;

namespace ImapAsync;

/// <summary>
/// Lines that are neither a response nor the continuation of one. They may contain an answer, so the command that waits
/// for one reports them; if several commands are in progress, rather too many report them than none.
/// </summary>
internal static class JunkLines
{
    // A server's chatter contains none of these.
    private static readonly SearchValues<byte> OfData = SearchValues.Create("0123456789()[]{}\"*\\"u8);

    private static readonly SearchValues<byte> OfText =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>Makes the commands report the line that may contain their answer.</summary>
    /// <param name="first">The first command in flight.</param>
    /// <param name="line">The line.</param>
    /// <param name="limits">The limits of responses.</param>
    public static void Report(PendingCommand? first, ReadOnlySpan<byte> line, ImapLimits limits)
    {
        if (first is null || IsChat(line, first, limits))
            return;

        bool isAnyoneWithout = false;
        for (PendingCommand? command = first; command is not null; command = command.Next)
            isAnyoneWithout |= IsWaiting(command) && !command.HasGathered;

        MalformedResponse junk = new(
            "", line.ToArray(), "It is not a response, but may be the answer to a command in progress.");
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            if (IsWaiting(command) && !(isAnyoneWithout && command.HasGathered))
                command.AddMalformed(junk);
        }
    }

    /// <summary>The same for an unsolicited continuation, if it contains a response instead of a greeting.</summary>
    public static void ReportContinuation(PendingCommand? first, ReadOnlySpan<byte> line, ImapLimits limits)
    {
        if (StarlessResponse.Is(line[1..].TrimStart((byte)' '), limits))
            Report(first, line, limits);
    }

    private static bool IsWaiting(PendingCommand command) => !command.IsSettled && !command.IsResting;

    private static bool IsChat(ReadOnlySpan<byte> line, PendingCommand first, ImapLimits limits)
    {
        // The answer to a command that was never sent, such as to a line of a literal.
        if (StatusResponse.IsStatus(line[(line.IndexOf((byte)' ') + 1)..]) && !StatusResponse.IsStatus(line))
            return true;
        if (StatusResponse.TryParse(line, out StatusResponse status))
            return status.Kind is not (StatusKind.No or StatusKind.Bad);
        if (line.IndexOfAny(OfData) < 0)
            return !StarlessResponse.IsOfAccount(line, limits);
        // Until the first command is answered, a greeting of several lines may still continue.
        return first.Tag == 1 ? !HasName(line, limits) : line.IndexOfAny(OfText) < 0;
    }

    private static bool HasName(ReadOnlySpan<byte> line, ImapLimits limits)
    {
        for (int space = 0; space >= 0; space = line.IndexOf((byte)' '))
        {
            line = line[space..].TrimStart(" *"u8);
            if (StarlessResponse.Is(line, limits))
                return true;
        }

        return false;
    }
}
