namespace ImapAsync.Testing;

/// <summary>Determines which messages belong together (RFC 5256 §3).</summary>
internal static class MessageThreads
{
    /// <summary>The threads, in order.</summary>
    /// <param name="algorithm">ORDEREDSUBJECT, REFERENCES or REFS.</param>
    /// <param name="messages">The messages found by the search.</param>
    /// <exception cref="CommandRefusedException">The algorithm is unknown.</exception>
    public static IReadOnlyList<ThreadedMessage> Build(ThreadAlgorithm algorithm, IEnumerable<IMessageView> messages)
    {
        IEnumerable<IMessageView> ascending = messages.OrderBy(message => message.SequenceNumber);
        if (algorithm == ThreadAlgorithm.OrderedSubject)
            return ByOrderedSubject(ascending);
        if (algorithm == ThreadAlgorithm.References)
            return ByReferences(ascending);
        if (algorithm == ThreadAlgorithm.Refs)
            return ByRefs(ascending);
        throw CommandRefusedException.Bad(
            "That is not a thread algorithm: use ORDEREDSUBJECT, REFERENCES or REFS.");
    }

    // By subject and then by date; all the others are replies to the first one.
    private static List<ThreadedMessage> ByOrderedSubject(IEnumerable<IMessageView> messages)
    {
        List<ThreadedMessage> threads = new();
        foreach (IGrouping<string, IMessageView> group in messages.GroupBy(
            message => CaseMap.Fold(BaseSubject.Of(message.Mime).Text)))
        {
            List<ThreadedMessage> thread = [.. group.Select(message => new ThreadedMessage(message))];
            ThreadedMessage.Sort(thread, static message => message.Sent);
            foreach (ThreadedMessage answer in thread.Skip(1))
                thread[0].Adopt(answer);
            threads.Add(thread[0]);
        }

        ThreadedMessage.Sort(threads, static thread => thread.Sent);
        return threads;
    }

    private static List<ThreadedMessage> ByReferences(IEnumerable<IMessageView> messages)
    {
        List<ThreadedMessage> threads = ReferenceLinks.Build(messages);

        // (4)
        foreach (ThreadedMessage dummy in threads.Where(thread => thread.Message is null))
            ThreadedMessage.Sort(dummy.Children, static message => message.Sent);
        ThreadedMessage.Sort(threads, static thread => thread.Sent);
        threads = SubjectMerge.Merge(threads);

        // (6) The youngest first, since a dummy is sorted by its first child.
        SortBelow(threads, static message => message.Sent);
        ThreadedMessage.Sort(threads, static thread => thread.Sent);
        return threads;
    }

    // draft-ietf-morg-inthread: subjects are ignored, and a thread is sorted by its most recent arrival. Replies are
    // ordered as usual.
    private static List<ThreadedMessage> ByRefs(IEnumerable<IMessageView> messages)
    {
        List<ThreadedMessage> threads = ReferenceLinks.Build(messages);
        SortBelow(threads, static message => message.Sent);
        Dictionary<ThreadedMessage, DateTime> last = threads.ToDictionary(thread => thread, thread =>
            ThreadedMessage.Walk([thread]).Max(message => message.Head.InternalDate.UtcDateTime));
        ThreadedMessage.Sort(threads, thread => last[thread]);
        return threads;
    }

    private static void SortBelow(List<ThreadedMessage> threads, Func<ThreadedMessage, DateTime> date)
    {
        List<ThreadedMessage> walked = ThreadedMessage.Walk(threads);
        walked.Reverse();
        foreach (ThreadedMessage message in walked)
            ThreadedMessage.Sort(message.Children, date);
    }
}
