using System.Globalization;

namespace ImapAsync;

/// <summary>
/// A server's request to slow down: wait before the next command. Office 365 refuses the command and names a time;
/// Gmail carries it out more slowly, and says so.
/// </summary>
/// <param name="Backoff">How long the server asks to wait; null if it named no time.</param>
public sealed record ImapThrottling(TimeSpan? Backoff)
{
    private const string BackoffTime = "Suggested Backoff Time: ";

    /// <summary>Reads it from a status response; null if that is about something else.</summary>
    internal static ImapThrottling? Read(ImapStatus status, ResponseCode? code, string text)
    {
        if (code is not null && code.Is(ResponseCodes.Throttled))
            return new ImapThrottling(ReadBackoff(text));
        // No RFC defines a code for it: Exchange puts it into the text.
        return status != ImapStatus.Ok && text.Contains("request is throttled", StringComparison.OrdinalIgnoreCase)
            ? new ImapThrottling(ReadBackoff(text))
            : null;
    }

    private static TimeSpan? ReadBackoff(string text)
    {
        int start = text.IndexOf(BackoffTime, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        ReadOnlySpan<char> rest = text.AsSpan(start + BackoffTime.Length);
        int digits = rest.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(
            digits < 0 ? rest : rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
    }
}
