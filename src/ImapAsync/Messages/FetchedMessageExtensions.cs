namespace ImapAsync;

/// <summary>Operations on fetched messages.</summary>
public static class FetchedMessageExtensions
{
    /// <summary>Copies the whole message to a stream.</summary>
    /// <param name="message">A message that was fetched with <c>FetchItem.Body()</c>.</param>
    /// <param name="destination">The destination; it is not disposed.</param>
    /// <param name="cancellationToken">A token that cancels the copying; the connection remains usable.</param>
    /// <exception cref="InvalidOperationException">
    /// The whole message was not fetched, or has already been read.
    /// </exception>
    public static Task CopyBodyToAsync(
        this FetchedMessage message, Stream destination, CancellationToken cancellationToken = default) =>
        WholeMessage(message).CopyToAsync(destination, cancellationToken);

    /// <summary>Opens the whole message for reading. Dispose the stream; what was not read is then skipped.</summary>
    /// <param name="message">A message that was fetched with <c>FetchItem.Body()</c>.</param>
    /// <exception cref="InvalidOperationException">
    /// The whole message was not fetched, or has already been read.
    /// </exception>
    public static Stream OpenBody(this FetchedMessage message) => WholeMessage(message).Open();

    /// <summary>
    /// Combines two responses about one message: servers may report a message in several. If both have an item, the
    /// later one counts.
    /// </summary>
    /// <param name="earlier">What was reported first.</param>
    /// <param name="later">What was reported later.</param>
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
            ?? throw MissingItem.Exception(message, FetchItem.Body());
    }
}
