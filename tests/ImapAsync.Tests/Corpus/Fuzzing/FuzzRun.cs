namespace ImapAsync.Tests;

/// <summary>Reads mutated responses as a connection does, and checks that its promises hold for each.</summary>
internal sealed class FuzzRun(int seed)
{
    // A response may cost this much, plus this many octets for each of its own. A set of messages to be sorted is expanded, up to a separate limit.
    private const long Fixed = 1 << 20;
    private const long PerOctet = 2_000;
    private const long Unfolded = 48 << 20;

    private readonly ResponseMutator _mutator = new(seed);
    private readonly FuzzReading _reading = new();
    private long _number;

    /// <inheritdoc cref="FuzzReading.Counts"/>
    public (long Framed, long Malformed, long Broken) Counts => _reading.Counts;

    public void Run(long count)
    {
        for (long i = 0; i < count; i++)
        {
            byte[] octets = _mutator.Next();
            _number++;
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                _reading.Read(octets, FuzzTargets.Of(_mutator.Source.File), _number);
            }
            catch (Exception exception)
            {
                Assert.Fail($"{Describe(octets)}\n{exception}");
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            long allowed = Fixed + (PerOctet * octets.Length) + (_mutator.Source.File is "sort" or "esearch" ? Unfolded : 0);
            if (allocated > allowed)
                Assert.Fail($"{allocated} octets of memory, where {allowed} are allowed: {Describe(octets)}");
        }
    }

    private string Describe(byte[] octets) => $"seed {seed}, response {_number} (made of {_mutator.Source.Id}): \"{Canon.Octets(octets)}\"";
}
