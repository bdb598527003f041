using System.Collections.Concurrent;
using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>The answers to UID SEARCH: everything is found.</summary>
internal static class SearchAnswers
{
    private static readonly ConcurrentDictionary<int, byte[]> Classic = [];

    public static void Put(ReplayCommand command, int count, ReplayOutput output)
    {
        if (command.Arguments.StartsWith("RETURN", StringComparison.OrdinalIgnoreCase))
            output.Put($"* ESEARCH (TAG \"{command.Tag}\") UID ALL 1:{count}\r\n");
        else
            output.Put(Classic.GetOrAdd(count, static count => Encoding.ASCII.GetBytes($"* SEARCH {string.Join(' ', Enumerable.Range(1, count))}\r\n")));
    }
}
