namespace ImapAsync.Tests;

/// <summary>What was said in one conversation, and whether the commands that it concerns received exactly that.</summary>
/// <param name="kinds">The items that are always looked for.</param>
internal sealed class Ledger(Items kinds)
{
    private readonly List<uint>[] _found = [[], [], []];

    public List<Said> Said { get; } = [];

    /// <summary>The items that any response has had; all items in a ledger that also looks for what was never said.</summary>
    public Items Kinds { get; private set; } = kinds;

    public void Note(Said said)
    {
        Said.Add(said);
        Kinds |= said.Items;
    }

    /// <summary>Records what a search found, or what had gone.</summary>
    public void Found(Question question, uint[] numbers) => _found[question.Bit].AddRange(numbers);

    /// <summary>What was lost, repeated, misdirected or invented; null if nothing was.</summary>
    public string? FindFault(IReadOnlyList<Question> questions, IReadOnlyList<Heard> heard, IReadOnlyList<Told> told) =>
        Find(questions, heard, told) is not { } fault ? null
            : $"{fault}\nheard:\n{string.Join('\n', heard.SelectMany(static one => one.Messages))}\ntold:\n{string.Join('\n', told)}\n";

    private string? Find(IReadOnlyList<Question> questions, IReadOnlyList<Heard> heard, IReadOnlyList<Told> told)
    {
        HashSet<Said> toListeners = [];
        if (TellCheck.Match(Said, told, toListeners) is { } fault)
            return fault;
        for (int i = 0; i < questions.Count; i++)
        {
            fault = heard[i].Wrong ?? FoundFault(questions[i], heard[i]) ?? HeardCheck.FindFault(Said, questions[i], heard[i]);
            if (fault is not null)
                return $"{questions[i]}: {fault}";
        }

        LossCheck losses = new(questions, heard, toListeners);
        return Said.Select(losses.FindFault).FirstOrDefault(static lost => lost is not null);
    }

    private string? FoundFault(Question question, Heard heard)
    {
        IEnumerable<uint> said = _found[question.Bit];
        // Of two that ask at the same time each may receive what the other receives.
        if (question.Verb == Verb.Sync)
            return said.Except(heard.Numbers).Any() || heard.Numbers.Except(Gone()).Any() ? Different(said, heard) : null;
        if (question.Verb == Verb.Search)
            said = said.Distinct().Order();
        return said.SequenceEqual(heard.Numbers) ? null : Different(said, heard);
    }

    private IEnumerable<uint> Gone() =>
        _found.SelectMany(static found => found).Concat(Said.Where(static said => said.Kind == SaidKind.Vanished).Select(static said => said.Uid));

    private static string Different(IEnumerable<uint> said, Heard heard) =>
        $"numbers {string.Join(',', said)} were said, and heard {string.Join(',', heard.Numbers)}";
}
