namespace ImapAsync.Tests;

/// <summary>What it adds to FakeTimeProvider.</summary>
public class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task It_reports_when_delays_and_cancellation_sources_wait()
    {
        Task armed = _clock.WhenTimersArmedAsync(2);
        Task delay = Task.Delay(TimeSpan.FromMinutes(29), _clock);
        Assert.False(armed.IsCompleted);
        using CancellationTokenSource source = new(TimeSpan.FromMinutes(30), _clock);
        await armed;

        _clock.Advance(TimeSpan.FromMinutes(29));
        await delay;
        Assert.Equal(1, _clock.ArmedTimers);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(source.IsCancellationRequested);
        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public void A_periodic_timer_is_armed_until_it_is_changed()
    {
        int fired = 0;
        using ITimer timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal((3, 1), (fired, _clock.ArmedTimers));

        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((3, 0), (fired, _clock.ArmedTimers));
    }

    [Fact]
    public void A_timer_is_armed_that_its_own_callback_sets_again()
    {
        ITimer? timer = null;
        using (timer = _clock.CreateTimer(_ => timer!.Change(TimeSpan.FromSeconds(3), TimeSpan.Zero), null, TimeSpan.FromSeconds(1), TimeSpan.Zero))
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(1, _clock.ArmedTimers);
        }

        Assert.Equal(0, _clock.ArmedTimers);
        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public async Task A_timer_due_at_once_fires_without_an_advance_and_not_inside_the_call_that_creates_it()
    {
        TaskCompletionSource<bool> fired = new();
        Lock held = new();
        ITimer timer;
        lock (held)
        {
            timer = _clock.CreateTimer(_ => fired.TrySetResult(held.IsHeldByCurrentThread), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        await using (timer)
            Assert.False(await fired.Task.InTime());
    }
}
