using ImapAsync;

namespace Quickstart;

/// <summary>
/// What went wrong, in words for the person at the terminal. Anything else is a bug in the program, and
/// may crash it.
/// </summary>
/// <param name="Message">What to print.</param>
/// <param name="ExitCode">What the program ends with.</param>
internal sealed record Problem(string Message, int ExitCode)
{
    private const int Failed = 1;
    private const int Interrupted = 130;

    /// <summary>Null for unexpected exceptions.</summary>
    public static Problem? Explain(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => new("Stopped.", Interrupted),
        QuickstartException or ImapException => new(exception.Message, Failed),
        IOException or UnauthorizedAccessException =>
            new($"A file could not be written or read: {exception.Message}", Failed),
        _ => null,
    };
}

/// <summary>The program cannot do what was requested, and says why.</summary>
internal sealed class QuickstartException(string message) : Exception(message);
