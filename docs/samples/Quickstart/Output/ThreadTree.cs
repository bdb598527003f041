using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>A conversation as a tree, up to a number of messages.</summary>
internal static class ThreadTree
{
    public const int ShownMessages = 8;

    /// <param name="thread">The conversation.</param>
    /// <param name="messages">The messages that are shown.</param>
    public static Tree Of(ThreadNode<Uid> thread, IReadOnlyDictionary<Uid, FetchedMessage> messages)
    {
        int count = thread.Messages.Count();
        Tree tree =
            new Tree($"{Root(thread, messages)} [deepskyblue1]({count} messages)[/]") { Style = Style.Parse("grey") };
        Add(tree, thread, messages);
        if (count > ShownMessages)
            tree.AddNode($"[grey]… and {count - ShownMessages} more[/]");
        return tree;
    }

    // Goes down only along messages that are shown, so never deeper than there are of them.
    private static void Add(
        IHasTreeNodes parent, ThreadNode<Uid> thread, IReadOnlyDictionary<Uid, FetchedMessage> messages)
    {
        foreach (ThreadNode<Uid> answer in thread.Children)
        {
            if (answer.Message is { } uid && messages.TryGetValue(uid, out FetchedMessage? message))
                Add(parent.AddNode(Label(message)), answer, messages);
        }
    }

    // If the first message is missing, or several share a subject, the branches have no common root.
    private static string Root(ThreadNode<Uid> thread, IReadOnlyDictionary<Uid, FetchedMessage> messages)
    {
        Uid first = thread.Messages.First();
        if (!messages.TryGetValue(first, out FetchedMessage? message))
            return "[grey](removed meanwhile)[/]";
        return thread.Message is null
            ? $"[italic]{Printable.Escaped(message.Envelope.Subject, 48)}[/]"
            : Label(message);
    }

    private static string Label(FetchedMessage message)
    {
        string date = message.Envelope.Date is { } sent ? FormattableString.Invariant($", {sent:yyyy-MM-dd}") : "";
        return $"{MessageTable.Subject(message)} [grey]{Printable.Escaped(MessageTable.Author(message), 24)}{date}[/]";
    }
}
