using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ImapAsync.Benchmarks;

/// <summary>Parts of the library one by one, by BenchmarkDotNet.</summary>
internal static class Micro
{
    /// <param name="arguments">BenchmarkDotNet's own, such as <c>--filter *Scanner*</c>; none: all of them.</param>
    public static int Run(string[] arguments)
    {
        // In this process: the program that BenchmarkDotNet would make and build has no part in the rules of this repository.
        ManualConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(Micro).Assembly).Run(arguments.Length == 0 ? ["--filter", "*"] : arguments, config);
        return 0;
    }
}
