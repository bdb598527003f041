using MimeKit;

namespace ImapAsync;

/// <summary>Converts between fetched messages and MimeKit's, in both directions.</summary>
public static class MimeMessageExtensions
{
    // RFC 5322 §2.3; MimeKit's default is the line end of the operating system.
    private static readonly FormatOptions Format = WithCrLf();

    /// <summary>Parses the whole message while it arrives. Its octets can be read once.</summary>
    /// <param name="message">A message that was fetched with <see cref="FetchItems.FullBody"/>.</param>
    /// <param name="cancellationToken">A token that cancels the reading; the connection remains usable.</param>
    /// <returns>
    /// The message, with its content in memory. MimeKit reads any octets as some message: content that is not in the
    /// format of RFC 5322 is not an error.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The whole message was not fetched, or has already been read.
    /// </exception>
    /// <exception cref="FormatException">
    /// MimeKit cannot parse the octets, for example because there are none.
    /// </exception>
    /// <exception cref="ImapConnectionException">The connection ended in the middle of the message.</exception>
    public static async Task<MimeMessage> ToMimeMessageAsync(
        this FetchedMessage message, CancellationToken cancellationToken = default)
    {
        Stream body = message.OpenBody();
        await using (body.ConfigureAwait(false))
            return await MimeMessage.LoadAsync(body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Adds a message to a mailbox, without flags and with the current date (APPEND, RFC 9051 §6.3.12), with lines that
    /// end in CR LF.
    /// </summary>
    /// <inheritdoc
    /// cref="AppendAsync(IImapSession, MailboxName, MimeMessage, FlagSet, DateTimeOffset?, CancellationToken)"/>
    public static Task<AppendResult> AppendAsync(
        this IImapSession session,
        MailboxName mailbox,
        MimeMessage message,
        CancellationToken cancellationToken = default) =>
        session.AppendAsync(mailbox, message, FlagSet.Empty, date: null, cancellationToken);

    /// <summary>Adds a message to a mailbox (APPEND, RFC 9051 §6.3.12), with lines that end in CR LF.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; it must exist, and need not be selected.</param>
    /// <param name="message">The message.</param>
    /// <param name="flags">The flags of the message.</param>
    /// <param name="date">Its internal date; null for the server's current time.</param>
    /// <param name="cancellationToken">
    /// A token that cancels the operation. A half-sent message costs the connection; one that was sent may have been
    /// added or not.
    /// </param>
    /// <returns>The UID of the new message, if the server reports it (UIDPLUS, RFC 4315).</returns>
    /// <exception cref="ImapCommandException">
    /// The server refused the message, usually because the mailbox does not exist (code TRYCREATE) or is full
    /// (OVERQUOTA).
    /// </exception>
    /// <exception cref="ImapConnectionException">
    /// The connection ended; its <c>Outcome</c> says whether the message was sent.
    /// </exception>
    public static async Task<AppendResult> AppendAsync(
        this IImapSession session,
        MailboxName mailbox,
        MimeMessage message,
        FlagSet flags,
        DateTimeOffset? date,
        CancellationToken cancellationToken = default)
    {
        ImapLiteral content = await message.ToLiteralAsync(cancellationToken).ConfigureAwait(false);
        AppendMessage appended = new(content) { Flags = flags, InternalDate = date };
        return await session.AppendAsync(mailbox, appended, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes a message into memory, with lines that end in CR LF, for the commands that accept one: several in one
    /// APPEND, REPLACE.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">A token that cancels the writing.</param>
    public static async Task<ImapLiteral> ToLiteralAsync(
        this MimeMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        using MemoryStream octets = new();
        await message.WriteToAsync(Format, octets, cancellationToken).ConfigureAwait(false);
        return ImapLiteral.From(octets.GetBuffer().AsMemory(0, (int)octets.Length));
    }

    private static FormatOptions WithCrLf()
    {
        FormatOptions format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
