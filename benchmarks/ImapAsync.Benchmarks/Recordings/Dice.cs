namespace ImapAsync.Benchmarks;

/// <summary>Random numbers that are the same on every machine and every runtime (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The dice of one message: what it is like does not depend on how many there are.</summary>
    public static Dice Of(ulong seed, long index) => new((seed * 0x9E3779B97F4A7C15) ^ ((ulong)(index + 1) * 0xD1B54A32D192ED03));

    public ulong Next()
    {
        ulong mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(T[] items) => items[Below(items.Length)];

    /// <summary>Normally distributed, mean 0 and deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));
}
