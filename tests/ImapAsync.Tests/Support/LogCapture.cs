using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ImapAsync.Tests;

/// <summary>A factory whose log a test reads: all categories at all levels by default.</summary>
internal sealed class LogCapture : LoggerFactory
{
    private readonly FakeLogCollector _collector;

    public LogCapture(LogLevel minimum = LogLevel.Trace)
        : this(new FakeLogCollector(), minimum)
    {
    }

    /// <summary>Also passes every message to the test when it is written.</summary>
    public LogCapture(Action<string> written)
        : this(FakeLogCollector.Create(new() { OutputSink = written, OutputFormatter = static entry => entry.Message }), LogLevel.Trace)
    {
    }

    private LogCapture(FakeLogCollector collector, LogLevel minimum)
        : base([new FakeLoggerProvider(collector)], new LoggerFilterOptions { MinLevel = minimum }) => _collector = collector;

    public IReadOnlyList<FakeLogRecord> Entries => _collector.GetSnapshot();

    /// <summary>The messages of one category, without the connection's number before them.</summary>
    public IReadOnlyList<string> Of(string category) => [.. Entries.Where(entry => entry.Category == category).Select(TextOf)];

    public static string TextOf(FakeLogRecord entry) => entry.Message[(entry.Message.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
