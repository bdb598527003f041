namespace ImapAsync.Testing;

/// <summary>A message in its thread, or a dummy (RFC 5256 §3) in place of one that the search did not find.</summary>
/// <param name="message">The message; null for a dummy.</param>
internal sealed class ThreadedMessage(IMessageView? message)
{
    private DateTime? _sent;

    /// <summary>The message; null for a dummy.</summary>
    public IMessageView? Message { get; set; } = message;

    /// <summary>The message to which it replies; null at the top.</summary>
    public ThreadedMessage? Parent { get; set; }

    /// <summary>The replies.</summary>
    public List<ThreadedMessage> Children { get; set; } = [];

    /// <summary>The message, or for a dummy the first of its children, which represents it.</summary>
    public IMessageView Head => Message ?? Children[0].Head;

    /// <summary>The sent date of <see cref="Head"/>.</summary>
    public DateTime Sent => Message is null ? Children[0].Sent : _sent ??= SentDate.Of(Message);

    /// <summary>Makes a message a reply to this one.</summary>
    public void Adopt(ThreadedMessage child)
    {
        child.Parent = this;
        Children.Add(child);
    }

    /// <summary>Whether a message is this one or one above it.</summary>
    public bool DescendsFrom(ThreadedMessage ancestor)
    {
        for (ThreadedMessage? at = this; at is not null; at = at.Parent)
        {
            if (at == ancestor)
                return true;
        }

        return false;
    }

    /// <summary>Sorts siblings by a date, and then by their numbers.</summary>
    public static void Sort(List<ThreadedMessage> siblings, Func<ThreadedMessage, DateTime> date) =>
        siblings.Sort((left, right) =>
        {
            int order = date(left).CompareTo(date(right));
            return order != 0 ? order : left.Head.SequenceNumber.CompareTo(right.Head.SequenceNumber);
        });

    /// <summary>
    /// The given messages and all below them, each before its replies. Threads can be thousands deep: nothing recurses.
    /// </summary>
    public static List<ThreadedMessage> Walk(IEnumerable<ThreadedMessage> roots)
    {
        List<ThreadedMessage> walked = new();
        Stack<ThreadedMessage> pending = new(roots.Reverse());
        while (pending.TryPop(out ThreadedMessage? at))
        {
            walked.Add(at);
            for (int i = at.Children.Count - 1; i >= 0; i--)
                pending.Push(at.Children[i]);
        }

        return walked;
    }
}
