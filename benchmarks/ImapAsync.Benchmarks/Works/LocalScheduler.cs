using System.IO.Pipelines;

namespace ImapAsync.Benchmarks;

/// <summary>Continues where the scheduling thread continues next, unless another thread is quicker to take it.</summary>
internal sealed class LocalScheduler : PipeScheduler
{
    public static LocalScheduler Instance { get; } = new();

    public override void Schedule(Action<object?> action, object? state) =>
        System.Threading.ThreadPool.UnsafeQueueUserWorkItem(action, state, preferLocal: true);
}
