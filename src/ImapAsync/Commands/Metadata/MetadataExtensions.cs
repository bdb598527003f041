namespace ImapAsync;

/// <summary>The commands on metadata (RFC 5464), each as a method that returns the value.</summary>
public static class MetadataExtensions
{
    /// <summary>Gets one metadata entry of a mailbox, or of the server (GETMETADATA, RFC 5464 §4.2).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; an empty name for the server.</param>
    /// <param name="entry">The entry, such as <c>/private/comment</c>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The entry's value; null if it has none.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static async Task<MetadataValue?> GetMetadataAsync(
        this IImapSession session, MailboxName mailbox, string entry, CancellationToken cancellationToken = default) =>
        (await session.SendForWholeValueAsync(new GetMetadataCommand(mailbox, entry), cancellationToken)
            .ConfigureAwait(false))[entry];

    /// <summary>Gets metadata of a mailbox, or of the server (GETMETADATA, RFC 5464 §4.2).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; an empty name for the server.</param>
    /// <param name="entries">The entries, such as <c>["/private", "/shared"]</c>.</param>
    /// <param name="depth">How far below them to look.</param>
    /// <param name="maxSize">
    /// The largest value to return, in octets; null for any. <see cref="MailboxMetadata.LongestLeftOut"/> reports
    /// larger ones.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// The entries that have a value, with their values; null values for entries without one, if the server names them.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">
    /// The answer, or a part of it, is unreadable or concerns something else. SendAsync returns the readable part.
    /// </exception>
    public static Task<MailboxMetadata> GetMetadataAsync(
        this IImapSession session, MailboxName mailbox, IReadOnlyList<string> entries,
        MetadataDepth depth = MetadataDepth.Zero, long? maxSize = null,
        CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(
            new GetMetadataCommand(mailbox, entries) { Depth = depth, MaxSize = maxSize }, cancellationToken);

    /// <summary>
    /// Sets or removes one metadata entry of a mailbox, or of the server (SETMETADATA, RFC 5464 §4.3).
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; an empty name for the server.</param>
    /// <param name="entry">The entry, such as <c>/private/comment</c>.</param>
    /// <param name="value">Its new value; null removes it.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task SetMetadataAsync(
        this IImapSession session, MailboxName mailbox, string entry, MetadataValue? value,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new SetMetadataCommand(mailbox, new MetadataEntry(entry, value)), cancellationToken);

    /// <summary>
    /// Sets or removes several metadata entries of a mailbox, or of the server: either all of them or none
    /// (SETMETADATA, RFC 5464 §4.3).
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="mailbox">The mailbox; an empty name for the server.</param>
    /// <param name="entries">The entries; a value of null removes one. At least one.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">
    /// The server refused; the code METADATA says why: <c>MAXSIZE n</c>, <c>TOOMANY</c> or <c>NOPRIVATE</c>.
    /// </exception>
    public static Task SetMetadataAsync(
        this IImapSession session, MailboxName mailbox, IReadOnlyList<MetadataEntry> entries,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new SetMetadataCommand(mailbox, entries), cancellationToken);
}
