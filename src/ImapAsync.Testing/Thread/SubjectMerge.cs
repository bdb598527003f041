namespace ImapAsync.Testing;

/// <summary>Step 5 of REFERENCES (RFC 5256 §3): merges threads with the same base subject.</summary>
internal sealed class SubjectMerge
{
    private readonly Dictionary<string, ThreadedMessage> _table = new(StringComparer.Ordinal);
    private readonly Dictionary<IMessageView, BaseSubject> _subjects = [];
    private readonly List<ThreadedMessage> _merged = [];

    /// <summary>The remaining threads, in no particular order.</summary>
    /// <param name="roots">The threads, by sent date.</param>
    public static List<ThreadedMessage> Merge(List<ThreadedMessage> roots)
    {
        SubjectMerge merge = new();
        foreach (ThreadedMessage thread in roots)
            merge.Enter(thread);
        foreach (ThreadedMessage thread in roots)
            merge.Place(thread);
        merge._merged.RemoveAll(thread => thread.Parent is not null);
        return merge._merged;
    }

    // (5)(B)
    private void Enter(ThreadedMessage current)
    {
        string subject = SubjectOf(current);
        if (subject.Length == 0 || _table.TryAdd(subject, current))
            return;
        ThreadedMessage entered = _table[subject];
        bool isBetter = entered.Message is not null
            && (current.Message is null || (IsAnswer(entered) && !IsAnswer(current)));
        if (isBetter)
            _table[subject] = current;
    }

    // (5)(C)
    private void Place(ThreadedMessage current)
    {
        string subject = SubjectOf(current);
        ThreadedMessage entered = subject.Length == 0 ? current : _table[subject];
        if (entered == current)
        {
            _merged.Add(current);
        }
        else if (entered.Message is null && current.Message is null)
        {
            current.Children.ForEach(entered.Adopt);
        }
        else if (entered.Message is null || (IsAnswer(current) && !IsAnswer(entered)))
        {
            entered.Adopt(current);
        }
        else
        {
            ThreadedMessage dummy = new(null);
            dummy.Adopt(entered);
            dummy.Adopt(current);
            _table[subject] = dummy;
            _merged.Add(dummy);
        }
    }

    private string SubjectOf(ThreadedMessage thread) => CaseMap.Fold(Subject(thread.Head).Text);

    private bool IsAnswer(ThreadedMessage message) => Subject(message.Head).IsReplyOrForward;

    private BaseSubject Subject(IMessageView message)
    {
        if (_subjects.TryGetValue(message, out BaseSubject subject))
            return subject;
        return _subjects[message] = BaseSubject.Of(message.Mime);
    }
}
