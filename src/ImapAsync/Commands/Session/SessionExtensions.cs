namespace ImapAsync;

/// <summary>The commands on the session, each as a method that returns the value.</summary>
public static class SessionExtensions
{
    /// <summary>
    /// Gets the server's capabilities (CAPABILITY, RFC 9051 §6.1.1). The connection usually knows them already.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The capabilities, which the connection knows from then on.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer is unreadable.</exception>
    public static Task<ImapCapabilities> CapabilityAsync(
        this IImapSession session, CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new CapabilityCommand(), cancellationToken);

    /// <summary>Lets the server report pending updates (NOOP, RFC 9051 §6.1.2).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task NoopAsync(this IImapSession session, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new NoopCommand(), cancellationToken);

    /// <summary>Identifies the client to the server, and asks for the server's identification (ID, RFC 2971).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="fields">
    /// The client's identification, such as <c>name</c> and <c>version</c>; null to send none.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The server's identification, by field, ignoring case.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer is unreadable.</exception>
    public static Task<IReadOnlyDictionary<string, string?>> IdAsync(
        this IImapSession session, IReadOnlyDictionary<string, string?>? fields = null,
        CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new IdCommand(fields), cancellationToken);

    /// <summary>Enables extensions (ENABLE, RFC 9051 §6.3.1), before a mailbox is selected.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="capabilities">The capabilities to enable, such as <c>["QRESYNC"]</c>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The capabilities that were enabled.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task<ImapCapabilities> EnableAsync(
        this IImapSession session, IReadOnlyList<string> capabilities, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new EnableCommand(capabilities), cancellationToken);

    /// <summary>
    /// Starts TLS on a connection in the clear (STARTTLS, RFC 9051 §6.2.1). An endpoint with
    /// <see cref="ImapSecurity.StartTls"/> does so automatically.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task StartTlsAsync(this IImapSession session, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new StartTlsCommand(), cancellationToken);

    /// <summary>
    /// Starts compression of everything that follows in both directions (COMPRESS DEFLATE, RFC 4978).
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task CompressAsync(this IImapSession session, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new CompressCommand(), cancellationToken);

    /// <summary>Acts for another user from now on (PROXYAUTH of Netscape's and Oracle's servers).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="user">The user to act for.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task ProxyAuthAsync(
        this IImapSession session, string user, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new ProxyAuthCommand(user), cancellationToken);

    /// <summary>Returns to the state before authentication on the same connection (UNAUTHENTICATE, RFC 8437).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task UnauthenticateAsync(this IImapSession session, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new UnauthenticateCommand(), cancellationToken);

    /// <summary>Ends the session (LOGOUT, RFC 9051 §6.1.3).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task LogoutAsync(this IImapSession session, CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new LogoutCommand(), cancellationToken);

    /// <summary>
    /// Chooses the language of the server's texts, or lists the available ones (LANGUAGE, RFC 5255 §3.2).
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="ranges">Language ranges in order of preference; empty to list the available ones.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The language in use, or all that the server supports.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer is unreadable.</exception>
    public static Task<IReadOnlyList<string>> LanguageAsync(
        this IImapSession session, IReadOnlyList<string> ranges, CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new LanguageCommand(ranges), cancellationToken);

    /// <summary>Chooses how the server compares text, or queries it (COMPARATOR, RFC 5255 §4.7).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="comparators">Comparators in order of preference; empty to query the one in use.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The comparator in use, and all that match if there is more than one.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer is unreadable.</exception>
    public static Task<ComparatorResult> ComparatorAsync(
        this IImapSession session, IReadOnlyList<string> comparators, CancellationToken cancellationToken = default) =>
        session.SendForWholeValueAsync(new ComparatorCommand(comparators), cancellationToken);

    /// <summary>Sends an untyped command, and returns every untagged response to it.</summary>
    /// <param name="session">The connection, or a selected mailbox.</param>
    /// <param name="name">The command's name after the tag, such as <c>XYZZY</c>.</param>
    /// <param name="arguments">
    /// Its arguments: lists in parentheses are sent verbatim, other text as strings; see <see cref="RawArgument"/>.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// Every untagged response that arrived meanwhile, in order, parsed on demand; literals keep their octets.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="InvalidOperationException">
    /// The command acts on messages (FETCH, EXPUNGE, UID …) and the session is not a selected mailbox.
    /// </exception>
    public static Task<UntypedResult> SendRawAsync(
        this IImapSession session, string name, IReadOnlyList<RawArgument> arguments,
        CancellationToken cancellationToken = default) =>
        session.SendForValueAsync(new RawCommand(name, arguments), cancellationToken);
}
