namespace ImapAsync;

/// <summary>Fetches single parts of messages.</summary>
public static class PartExtensions
{
    /// <summary>
    /// Opens one part of a message, whose transfer encoding is decoded while it is read; nothing is held in memory (UID
    /// FETCH of BODY.PEEK[part], RFC 9051 §6.4.5).
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uid">The message.</param>
    /// <param name="part">The part, from the message's <see cref="FetchedMessage.BodyStructure"/>.</param>
    /// <param name="cancellationToken">A token that cancels the operation, and the reading of the stream.</param>
    /// <returns>
    /// The decoded octets. Dispose the stream; what was not read is then skipped. If the server refuses the rest, or
    /// damages it, the read at the end throws.
    /// </returns>
    /// <exception cref="ImapNotFoundException">The message was expunged, or has no such part.</exception>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">The answer is unreadable.</exception>
    public static async Task<Stream> OpenPartAsync(
        this IImapMailbox mailbox, Uid uid, BodyPart part, CancellationToken cancellationToken = default) =>
        await OpenAsync(mailbox, uid, part, long.MaxValue, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Reads one text part of a message into a string, decoding its transfer encoding and its charset (UID FETCH of
    /// BODY.PEEK[part], RFC 9051 §6.4.5). Line ends are left as they are.
    /// </summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="uid">The message.</param>
    /// <param name="part">The part, such as the message's <see cref="BodyPart.TextBody"/>.</param>
    /// <param name="maxOctets">The maximum encoded size of the part in octets. Default: 32 MiB.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The text; characters that the charset does not define become U+FFFD.</returns>
    /// <exception cref="ImapNotFoundException">The message was expunged, or has no such part.</exception>
    /// <exception cref="ImapCommandException">The server refused, possibly after a part of the text.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer is unreadable.</exception>
    /// <exception cref="ImapLimitException">The part has more octets than that.</exception>
    public static async Task<string> ReadTextAsync(
        this IImapMailbox mailbox, Uid uid, BodyPart part, int maxOctets = 32 << 20,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxOctets);
        Stream octets = await OpenAsync(mailbox, uid, part, maxOctets, cancellationToken).ConfigureAwait(false);
        await using (octets.ConfigureAwait(false))
        {
            return await CharsetText.ReadAllAsync(octets, part.ContentType.Charset, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private static async Task<PartStream> OpenAsync(
        IImapMailbox mailbox, Uid uid, BodyPart part, long maxOctets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(part);
        UidFetchCommand command = new(uid, FetchItem.Body(part.Section)) { IsPart = true };
        PartAnswer answer = new(command, mailbox.Stream(command, cancellationToken));
        try
        {
            MessageBody body = await FindAsync(answer, uid, part.Section).ConfigureAwait(false);
            if (body.Size > maxOctets)
            {
                throw new ImapLimitException(
                    $"Part {part.Section} of message {uid} has {body.Size} octets, more than the {maxOctets} allowed "
                    + $"in memory: raise {nameof(maxOctets)}, or use {nameof(OpenPartAsync)}.",
                    nameof(maxOctets));
            }

            // What is already in memory may be read synchronously: then waiting for the end would be impossible.
            if (body.IsBuffered)
                await answer.EndAsync().ConfigureAwait(false);
            return new PartStream(TransferEncoding.Decode(body.Open(), part.TransferEncoding), answer);
        }
        catch
        {
            await answer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<MessageBody> FindAsync(PartAnswer answer, Uid uid, BodySection section)
    {
        bool hasNone = false;
        while (await answer.MoveNextAsync().ConfigureAwait(false))
        {
            if (answer.Current.Section(section) is { } body)
                return body;
            hasNone |= answer.Current.Contains(FetchItem.Body(section));
        }

        await answer.EndAsync().ConfigureAwait(false);
        if (hasNone)
        {
            throw new ImapNotFoundException(
                $"The server has no text for part {section} of message {uid}: it sent NIL, as it does for a part that "
                + "the message does not have.");
        }

        throw new ImapNotFoundException(
            $"Message {uid} has no part {section}: it was expunged, or the structure belongs to another message.");
    }
}
