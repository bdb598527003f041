namespace ImapAsync.Tests;

/// <summary>A target for a coverage-guided fuzzer (<c>tests/ImapAsync.Fuzz</c>).</summary>
/// <param name="name">Its name on the command line.</param>
internal abstract class GuidedTarget(string name)
{
    public string Name => name;

    /// <summary>Valid seed inputs.</summary>
    public abstract IEnumerable<byte[]> Seeds { get; }

    /// <summary>Reads the input. What it throws is a finding.</summary>
    public virtual Task RunAsync(byte[] input)
    {
        Run(input);
        return Task.CompletedTask;
    }

    /// <inheritdoc cref="RunAsync"/>
    protected virtual void Run(byte[] input)
    {
    }

    /// <summary>One of several, chosen by an octet of the input.</summary>
    protected static T Chosen<T>(IReadOnlyList<T> list, byte[] input, int at = 0) => list[at < input.Length ? input[at] % list.Count : 0];

    /// <summary>What follows the octets that choose.</summary>
    protected static byte[] Behind(byte[] input, int count) => input[Math.Min(count, input.Length)..];

    protected static byte[] Seed(int choice, ReadOnlySpan<byte> octets) => [(byte)choice, .. octets];
}
