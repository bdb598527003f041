using System.IO.Pipelines;

namespace ImapAsync.Benchmarks;

/// <summary>Goes on where the thread that schedules goes on next, if no other is quicker to take it.</summary>
internal sealed class LocalScheduler : PipeScheduler
{
    public static LocalScheduler Instance { get; } = new();

    public override void Schedule(Action<object?> action, object? state) =>
        System.Threading.ThreadPool.UnsafeQueueUserWorkItem(action, state, preferLocal: true);
}
