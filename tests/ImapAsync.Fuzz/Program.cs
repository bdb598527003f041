using ImapAsync.Tests;
using SharpFuzz;

// TARGET                run by afl-fuzz, or once with the octets of the standard input
// seeds FOLDER          writes the inputs to begin with, a folder for each target
// replay TARGET FILE... runs the target with each file, and reports what it throws
switch (args)
{
    case ["seeds", string folder]:
        WriteSeeds(folder);
        return 0;
    case ["replay", string name, .. string[] files]:
        return await ReplayAsync(GuidedTargets.Named(name), files);
    case [string name]:
        // As many as DOTNET_PROCESSOR_COUNT.
        ThreadPool.SetMaxThreads(Environment.ProcessorCount, Environment.ProcessorCount);
        Feed(GuidedTargets.Named(name));
        return 0;
    default:
        Console.Error.WriteLine($"TARGET | seeds FOLDER | replay TARGET FILE...   targets: {string.Join(' ', GuidedTargets.All.Select(static target => target.Name))}");
        return 2;
}

// Only on the pool: if it has one thread, what an input reaches depends on the input and not on timing.
static void Feed(GuidedTarget target) => Fuzzer.Run(stream =>
{
    using MemoryStream octets = new();
    stream.CopyTo(octets);
#pragma warning disable VSTHRD002 // The feeding thread waits, and there is no other.
    Task.Run(() => target.RunAsync(octets.ToArray())).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
});

static void WriteSeeds(string folder)
{
    foreach (GuidedTarget target in GuidedTargets.All)
    {
        string inputs = Directory.CreateDirectory(Path.Combine(folder, target.Name)).FullName;
        int number = 0;
        foreach (byte[] seed in target.Seeds)
            File.WriteAllBytes(Path.Combine(inputs, $"{number++:0000}"), seed);
    }
}

static async Task<int> ReplayAsync(GuidedTarget target, string[] files)
{
    int findings = 0;
    foreach (string file in files)
    {
        byte[] input = await File.ReadAllBytesAsync(file);
        try
        {
            await target.RunAsync(input);
        }
        catch (Exception exception)
        {
            findings++;
            Console.WriteLine($"{file}: \"{Canon.Octets(input)}\"\n{exception}\n");
        }
    }

    return findings == 0 ? 0 : 1;
}
