using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ImapAsync.Tests;

/// <summary>Keeps what is logged, all categories at all levels unless told otherwise.</summary>
internal sealed class LogCapture(LogLevel minimum = LogLevel.Trace) : ILoggerFactory, ILoggerProvider
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyList<Entry> Entries => [.. _entries];

    /// <summary>The messages of one category, without the connection's number before them.</summary>
    public IReadOnlyList<string> Of(string category) => [.. _entries.Where(entry => entry.Category == category).Select(static entry => entry.Text)];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    internal sealed record Entry(string Category, LogLevel Level, string Message, Exception? Exception)
    {
        public string Text => Message[(Message.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    private sealed class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= capture.Minimum;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                capture._entries.Enqueue(new Entry(category, logLevel, formatter(state, exception), exception));
        }
    }

    private LogLevel Minimum { get; } = minimum;
}
