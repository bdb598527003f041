namespace ImapAsync.Testing;

/// <summary>Steps 1 to 3 of REFERENCES (RFC 5256 §3): builds a tree from the references between messages.</summary>
internal sealed class ReferenceLinks
{
    private readonly Dictionary<string, ThreadedMessage> _byId = new(StringComparer.Ordinal);
    private readonly List<ThreadedMessage> _all = [];

    /// <summary>The threads without their dummies, in no particular order.</summary>
    /// <param name="messages">The messages, in the order of their numbers.</param>
    public static List<ThreadedMessage> Build(IEnumerable<IMessageView> messages)
    {
        ReferenceLinks links = new();
        foreach (IMessageView message in messages)
            links.Link(message);
        return Prune(links.Gather());
    }

    // (1)
    private void Link(IMessageView message)
    {
        ThreadedMessage current = Place(message);
        ThreadedMessage? previous = null;
        foreach (string id in ReferencesOf(message.Mime))
        {
            ThreadedMessage reference = Find(id);
            if (previous is not null && reference.Parent is null && !previous.DescendsFrom(reference))
                reference.Parent = previous;
            previous = reference;
        }

        // Its own references take precedence over those of other messages.
        current.Parent = null;
        if (previous is not null && !previous.DescendsFrom(current))
            current.Parent = previous;
    }

    private ThreadedMessage Place(IMessageView message)
    {
        string? id = MessageIds.First(message.Mime, "Message-ID");
        ThreadedMessage? place = id is null ? null : Find(id);

        // A second message with the same ID counts as one without.
        if (place is not { Message: null })
            _all.Add(place = new ThreadedMessage(null));
        place.Message = message;
        return place;
    }

    private ThreadedMessage Find(string id)
    {
        if (_byId.TryGetValue(id, out ThreadedMessage? known))
            return known;
        ThreadedMessage dummy = new(null);
        _byId.Add(id, dummy);
        _all.Add(dummy);
        return dummy;
    }

    private static List<string> ReferencesOf(MimeEntity message)
    {
        List<string> references = MessageIds.Read(message, "References");
        if (references.Count > 0)
            return references;
        return MessageIds.First(message, "In-Reply-To") is { } parent ? [parent] : [];
    }

    // (2)
    private List<ThreadedMessage> Gather()
    {
        List<ThreadedMessage> roots = new();
        foreach (ThreadedMessage message in _all)
        {
            if (message.Parent is null)
                roots.Add(message);
            else
                message.Parent.Children.Add(message);
        }

        return roots;
    }

    // (3) From the leaves up, so that what a dummy has below it is not a dummy.
    private static List<ThreadedMessage> Prune(List<ThreadedMessage> roots)
    {
        List<ThreadedMessage> walked = ThreadedMessage.Walk(roots);
        walked.Reverse();
        foreach (ThreadedMessage message in walked)
            message.Children = Promote(message.Children, message, most: int.MaxValue);
        return Promote(roots, parent: null, most: 1);
    }

    private static List<ThreadedMessage> Promote(List<ThreadedMessage> siblings, ThreadedMessage? parent, int most)
    {
        List<ThreadedMessage> promoted = new(siblings.Count);
        foreach (ThreadedMessage message in siblings)
        {
            if (message.Message is null && message.Children.Count <= most)
                promoted.AddRange(message.Children);
            else
                promoted.Add(message);
        }

        foreach (ThreadedMessage message in promoted)
            message.Parent = parent;
        return promoted;
    }
}
