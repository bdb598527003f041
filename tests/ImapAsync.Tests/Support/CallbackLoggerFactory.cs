using Microsoft.Extensions.Logging;

namespace ImapAsync.Tests;

/// <summary>Hands every line of the log to a test, at the moment it is written.</summary>
internal sealed class CallbackLoggerFactory(Action<string> write) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        write(formatter(state, exception));

    public void Dispose()
    {
    }
}
