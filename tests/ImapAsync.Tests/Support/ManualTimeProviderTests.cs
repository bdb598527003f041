namespace ImapAsync.Tests;

public class ManualTimeProviderTests
{
    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_and_see_that_time()
    {
        var clock = new ManualTimeProvider();
        var seen = new List<(string Name, long At)>();
        using ITimer late = clock.CreateTimer(_ => seen.Add(("late", clock.GetTimestamp())), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using ITimer early = clock.CreateTimer(_ => seen.Add(("early", clock.GetTimestamp())), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(seen);
        clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal([("early", 2 * TimeSpan.TicksPerSecond), ("late", 5 * TimeSpan.TicksPerSecond)], seen);
        Assert.Equal(10 * TimeSpan.TicksPerSecond, clock.GetTimestamp());
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 10, TimeSpan.Zero), clock.GetUtcNow());
    }

    [Fact]
    public void A_periodic_timer_fires_once_a_period_until_it_is_changed()
    {
        var clock = new ManualTimeProvider();
        int fired = 0;
        using ITimer timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(3, fired);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, fired);
        Assert.Equal(0, clock.ArmedTimers);
    }

    [Fact]
    public void A_timer_armed_by_another_fires_in_the_same_advance()
    {
        var clock = new ManualTimeProvider();
        long second = 0;
        using ITimer inner = clock.CreateTimer(_ => second = clock.GetTimestamp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using ITimer outer = clock.CreateTimer(_ => inner.Change(TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(4 * TimeSpan.TicksPerSecond, second);
    }

    [Fact]
    public async Task Delays_and_cancellation_sources_follow_the_clock()
    {
        var clock = new ManualTimeProvider();
        Task armed = clock.WhenTimersArmedAsync(2);
        Task delay = Task.Delay(TimeSpan.FromMinutes(29), clock);
        Assert.False(armed.IsCompleted);
        using var source = new CancellationTokenSource(TimeSpan.FromMinutes(30), clock);
        await armed;
        Assert.Equal(TimeSpan.FromMinutes(29), clock.NextTimerIn);

        clock.Advance(TimeSpan.FromMinutes(29));
        await delay;
        Assert.False(source.IsCancellationRequested);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(source.IsCancellationRequested);
    }

    [Fact]
    public async Task A_timer_due_at_once_fires_without_an_advance()
    {
        var clock = new ManualTimeProvider();
        var fired = new TaskCompletionSource();
        await using ITimer timer = clock.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await fired.Task;
    }

    [Fact]
    public void A_disposed_timer_never_fires()
    {
        var clock = new ManualTimeProvider();
        int fired = 0;
        ITimer timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(0, fired);
        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
    }
}
