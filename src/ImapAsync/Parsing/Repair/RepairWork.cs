namespace ImapAsync;

/// <summary>
/// How many octets may still be examined to repair one response: a hostile response must not cost more than reading it
/// a few times.
/// </summary>
internal sealed class RepairWork(int length)
{
    private const int Least = 1 << 13;
    private const int Most = 1 << 25;
    private const int PerOctet = 16;

    public int Left { get; private set; } = (int)Math.Clamp((long)length * PerOctet, Least, Most);

    public void Spend(int octets) => Left -= Math.Min(octets, Left);
}
