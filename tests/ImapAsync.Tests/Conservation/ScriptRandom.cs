namespace ImapAsync.Tests;

/// <summary>A small random generator (SplitMix64): the same seed gives the same conversation on every machine and runtime.</summary>
internal sealed class ScriptRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, but not including, a limit.</summary>
    public int Below(int limit) => (int)(Next() % (uint)limit);

    /// <summary>True with a probability in percent.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> among) => among[Below(among.Count)];

    private uint Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (uint)((mixed ^ (mixed >> 31)) >> 32);
    }
}
