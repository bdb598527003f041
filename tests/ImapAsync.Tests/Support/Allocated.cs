namespace ImapAsync.Tests;

/// <summary>What code allocates on this thread after a first run: the least of several runs, since another thread may have emptied a shared pool before one of them.</summary>
internal static class Allocated
{
    private const int Runs = 5;

    public static long By(Action action)
    {
        action();
        long least = long.MaxValue;
        for (int run = 0; run < Runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
