using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>A time limit for one operation that also has its caller's token.</summary>
internal static class TimeLimit
{
    public static TimeSpan Check(TimeSpan value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value.TotalMilliseconds < uint.MaxValue)
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, "A timeout must be more than zero and less than 49 days, or Timeout.InfiniteTimeSpan.");

    /// <exception cref="TimeoutException">
    /// The limit passed before the operation ended; the operation's token was cancelled.
    /// </exception>
    public static async ValueTask<T> RunAsync<TState, T>(
        TState state, Func<TState, CancellationToken, ValueTask<T>> operation, TimeSpan limit, TimeProvider time,
        string timeoutMessage, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timer = new(limit, time);
        using CancellationTokenSource either =
            CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await operation(state, either.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (either.IsCancellationRequested)
        {
            // Some streams report a cancelled token as an I/O error.
            if (cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException(failure.Message, failure, cancellationToken);
            throw new TimeoutException(timeoutMessage, failure);
        }
    }
}
