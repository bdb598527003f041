namespace ImapAsync;

/// <summary>From FETCH into APPEND.</summary>
public static class FetchedAppendExtensions
{
    /// <summary>
    /// The message as APPEND takes it, with its flags and its date where they were fetched. A body that is streamed
    /// feeds the APPEND while it arrives: nothing is held in memory, and the message can be appended once. Append it
    /// before the loop moves on to the next message, on another connection than the one that it comes over; for copies
    /// within one server there is COPY.
    /// </summary>
    /// <param name="message">
    /// The message, fetched with <see cref="FetchItem.BodyPeek(BodySection?)"/>, and with <see cref="FetchItem.Flags"/>
    /// and <see cref="FetchItem.InternalDate"/> to keep those.
    /// </param>
    /// <exception cref="InvalidOperationException">
    /// The whole message was not asked for, or its body was read already.
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
            Flags = message.Has(FetchItem.Flags) ? message.Flags : FlagSet.Empty,
            InternalDate = message.Has(FetchItem.InternalDate) ? message.InternalDate : null,
            Form = body.IsBinary ? AppendForm.Binary : AppendForm.Literal,
        };
    }
}
