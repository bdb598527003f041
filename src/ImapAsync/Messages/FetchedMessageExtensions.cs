namespace ImapAsync;

/// <summary>What can be done with fetched messages.</summary>
public static class FetchedMessageExtensions
{
    /// <summary>Copies the whole message to a stream.</summary>
    /// <param name="message">A message that was fetched with <c>FetchItem.BodyPeek()</c>.</param>
    /// <param name="destination">Where to; it is not disposed of.</param>
    /// <param name="cancellationToken">A token that cancels the copying; the connection remains usable.</param>
    /// <exception cref="InvalidOperationException">The whole message was not fetched, or was read already.</exception>
    public static Task CopyBodyToAsync(
        this FetchedMessage message, Stream destination, CancellationToken cancellationToken = default) =>
        WholeMessage(message).CopyToAsync(destination, cancellationToken);

    /// <summary>
    /// Opens the whole message for reading. Dispose of the stream; what was not read is then skipped.
    /// </summary>
    /// <param name="message">A message that was fetched with <c>FetchItem.BodyPeek()</c>.</param>
    /// <exception cref="InvalidOperationException">The whole message was not fetched, or was read already.</exception>
    public static Stream OpenBody(this FetchedMessage message) => WholeMessage(message).Open();

    /// <summary>
    /// One message with the items of two responses about it: servers may tell about a message in several. Where both
    /// have an item, the later one's counts.
    /// </summary>
    /// <param name="earlier">What was told first.</param>
    /// <param name="later">What was told then.</param>
    public static FetchedMessage Merge(this FetchedMessage earlier, FetchedMessage later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        FetchedMessage merged = earlier.Copy();
        for (FetchedMessage? more = earlier.Next; more is not null; more = more.Next)
            merged.Append(more.Copy());
        for (FetchedMessage? more = later; more is not null; more = more.Next)
            merged.Append(more.Copy());
        return merged;
    }

    internal static MessageBody WholeMessage(this FetchedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Section(BodySection.Full) ?? message.BinarySection(BodySection.Full)
            ?? throw MissingItem.Exception(message, FetchItem.BodyPeek());
    }
}
