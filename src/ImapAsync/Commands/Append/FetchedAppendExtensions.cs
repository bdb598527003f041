namespace ImapAsync;

/// <summary>Turns a fetched message into one to append.</summary>
public static class FetchedAppendExtensions
{
    /// <summary>
    /// Creates a message for APPEND, with the flags and the date if they were fetched. A streamed body feeds the APPEND
    /// while it arrives: nothing is held in memory, and the message can be appended once. Append it before the loop
    /// moves on to the next message, and on a connection other than the one on which it arrives; for copies within one
    /// server, use COPY.
    /// </summary>
    /// <param name="message">
    /// The message, fetched with <see cref="FetchItem.Body(BodySection?)"/>, and with <see cref="FetchItem.Flags"/>
    /// and <see cref="FetchItem.InternalDate"/> to keep those.
    /// </param>
    /// <exception cref="InvalidOperationException">
    /// The whole message was not requested, or its body has already been read.
    /// </exception>
    /// <exception cref="ArgumentException">The message is empty.</exception>
    public static AppendMessage ToAppendMessage(this FetchedMessage message)
    {
        MessageBody body = message.WholeMessage();
        ImapLiteral octets = body is BufferedBody buffered
            ? ImapLiteral.From(buffered.Octets)
            : ImapLiteral.From(body.OpenPipe(), body.Size);
        return new AppendMessage(octets)
        {
            Flags = message.Contains(FetchItem.Flags) ? message.Flags : FlagSet.Empty,
            InternalDate = message.Contains(FetchItem.InternalDate) ? message.InternalDate : null,
            Form = body.IsBinary ? AppendForm.Binary : AppendForm.Literal,
        };
    }
}
