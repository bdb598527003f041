using System.Collections.Concurrent;
using System.Diagnostics;

namespace ImapAsync.ServerTests;

/// <summary>A command that was answered with OK.</summary>
/// <param name="Server">By which server; null if the connection does not know.</param>
/// <param name="Command">What followed the tag.</param>
internal sealed record AnsweredCommand(ServerKind? Server, string Command);

/// <summary>What the library's traces report about the commands of each test.</summary>
internal static class AnsweredCommands
{
    private const string TestProperty = "test";
    private static readonly ConcurrentDictionary<string, ConcurrentDictionary<AnsweredCommand, bool>> ByTest = new();
    private static readonly ConcurrentDictionary<int, ServerKind> Servers = new();
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = static source => source.Name == "ImapAsync",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        // Here it is the caller's thread, which knows the test; at the end it is not.
        ActivityStarted = static activity => activity.SetCustomProperty(TestProperty, TestContext.Current.Test?.UniqueID),
        ActivityStopped = Stopped,
    };

    private static readonly Lazy<bool> Watching = new(static () =>
    {
        ActivitySource.AddActivityListener(Listener);
        return true;
    });

    public static void Watch() => _ = Watching.Value;

    public static void Register(int port, ServerKind server) => Servers[port] = server;

    public static IReadOnlyCollection<AnsweredCommand> Of(string test) => ByTest.TryGetValue(test, out ConcurrentDictionary<AnsweredCommand, bool>? answered) ? [.. answered.Keys] : [];

    private static void Stopped(Activity activity)
    {
        if (activity.GetCustomProperty(TestProperty) is not string test || activity.GetTagItem("imap.response.status_code") is not "OK")
            return;
        ServerKind? server = activity.GetTagItem("server.port") is int port && Servers.TryGetValue(port, out ServerKind kind) ? kind : null;
        ByTest.GetOrAdd(test, static _ => []).TryAdd(new AnsweredCommand(server, activity.OperationName), true);
    }
}
