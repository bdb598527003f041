using System.Threading.Tasks.Sources;

namespace ImapAsync;

/// <summary>
/// Where the read loop waits for a consumer. Resuming runs the read loop at once, on the consumer's thread: a consumer
/// that has read a literal to its end finds the next message already available, without a thread switch. Nothing else
/// locks this object.
/// </summary>
internal sealed class Parking : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _source;
    private bool _resumed;
    private bool _waiting;

    /// <summary>
    /// Waits until the next <see cref="Resume"/>, or not at all if there was one since the last wait.
    /// </summary>
    public ValueTask WaitAsync()
    {
        lock (this)
        {
            if (_resumed)
            {
                _resumed = false;
                return default;
            }

            _source.Reset();
            _waiting = true;
            return new ValueTask(this, _source.Version);
        }
    }

    public void Resume()
    {
        lock (this)
        {
            if (!_waiting)
            {
                _resumed = true;
                return;
            }

            _waiting = false;
        }

        _source.SetResult(true);
    }

    /// <summary>
    /// As <see cref="Resume"/>, but on a thread of the pool: for callers whose thread must not be borrowed.
    /// </summary>
    public void ResumeElsewhere()
    {
        lock (this)
        {
            if (!_waiting)
            {
                _resumed = true;
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(static parking => parking.Resume(), this, preferLocal: false);
    }

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
