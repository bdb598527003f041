using System.IO.Pipelines;

namespace ImapAsync.Tests;

/// <summary>Two ends in memory: what one writes, the other reads.</summary>
internal static class CrossedPipes
{
    public static (IDuplexPipe Near, IDuplexPipe Far) Create(PipeOptions? options = null)
    {
        Pipe there = new(options ?? PipeOptions.Default);
        Pipe back = new(options ?? PipeOptions.Default);
        return (new End(back.Reader, there.Writer), new End(there.Reader, back.Writer));
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
