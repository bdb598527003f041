using System.Collections.Concurrent;
using System.Globalization;

namespace ImapAsync.ServerTests;

/// <summary>The result that the client got for each operation, to be compared with what the server has at the end.</summary>
internal sealed class FaultLedger
{
    private readonly ConcurrentDictionary<string, Entry> _appended = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private int _numbers;

    /// <summary>An id for one more message.</summary>
    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"sent-{Interlocked.Increment(ref _numbers)}");

    /// <summary>Counts one more.</summary>
    public void Count(string what) => _counts.AddOrUpdate(what, 1, static (_, count) => count + 1);

    public int CountOf(string what) => _counts.GetValueOrDefault(what);

    /// <summary>Checks that an answer is the expected one, not another's.</summary>
    public void Check(bool isRight, string otherwise)
    {
        Count("checked");
        if (!isRight)
            _wrong.Enqueue(otherwise);
    }

    /// <summary>The result that the client got for an APPEND.</summary>
    public void Appended(string id, string outcome, long size)
    {
        _appended[id] = new Entry(outcome, size);
        Count("appended " + outcome);
    }

    public int AppendedWith(string outcome) => CountOf("appended " + outcome);

    /// <summary>Everything that is wrong: wrong answers, and, by id and size, messages that exist and should not, or are missing. Then a new round can begin.</summary>
    public IReadOnlyList<string> Compare(IEnumerable<(string Id, long Size)> there)
    {
        List<string> wrong = [.. _wrong];
        ILookup<string, long> sizes = there.ToLookup(static message => message.Id, static message => message.Size);
        foreach ((string id, Entry told) in _appended)
        {
            int found = sizes[id].Count();
            bool right = told.Outcome switch
            {
                "OK" => found == 1,
                "NO" or nameof(CommandOutcome.NotSent) => found == 0,
                _ => found <= 1,
            };
            if (!right)
                wrong.Add($"{id} was told {told.Outcome} and is there {found} times");
            else if (sizes[id].Any(size => size != told.Size))
                wrong.Add($"{id} has not the {told.Size} octets that were sent");
        }

        wrong.AddRange(sizes.Where(group => group.Key.StartsWith("sent-", StringComparison.Ordinal) && !_appended.ContainsKey(group.Key)).Select(static group => $"{group.Key} was never sent"));
        _appended.Clear();
        _wrong.Clear();
        return wrong;
    }

    private readonly record struct Entry(string Outcome, long Size);
}
