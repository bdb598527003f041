namespace ImapAsync;

/// <summary>The commands on the session, each as a method that returns the value.</summary>
public static class SessionExtensions
{
    /// <summary>
    /// Asks what the server can do (CAPABILITY, RFC 9051 §6.1.1). The connection knows it in most cases.
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The capabilities, which the connection knows from then on.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer could not be read.</exception>
    public static Task<ImapCapabilities> CapabilityAsync(
        this IImapSender sender, CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new CapabilityCommand(), cancellationToken);

    /// <summary>Gives the server occasion to tell what is new (NOOP, RFC 9051 §6.1.2).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task NoopAsync(this IImapSender sender, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new NoopCommand(), cancellationToken);

    /// <summary>Tells the server who the client is, and asks the same (ID, RFC 2971).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="fields">What to tell, such as <c>name</c> and <c>version</c>; null to tell nothing.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>What the server tells, by field in any case.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer could not be read.</exception>
    public static Task<IReadOnlyDictionary<string, string?>> IdAsync(
        this IImapSender sender, IReadOnlyDictionary<string, string?>? fields = null,
        CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new IdCommand(fields), cancellationToken);

    /// <summary>Enables extensions (ENABLE, RFC 9051 §6.3.1), before a mailbox is selected.</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="capabilities">The capabilities to enable, such as <c>["QRESYNC"]</c>.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>What was enabled.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task<ImapCapabilities> EnableAsync(
        this IImapSender sender, IReadOnlyList<string> capabilities, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new EnableCommand(capabilities), cancellationToken);

    /// <summary>
    /// Begins TLS on a connection that was made without (STARTTLS, RFC 9051 §6.2.1). An endpoint with
    /// <see cref="ImapSecurity.StartTls"/> does it by itself.
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task StartTlsAsync(this IImapSender sender, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new StartTlsCommand(), cancellationToken);

    /// <summary>
    /// Begins compression of everything that follows in both directions (COMPRESS DEFLATE, RFC 4978).
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task CompressAsync(this IImapSender sender, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new CompressCommand(), cancellationToken);

    /// <summary>Acts for another user from now on (PROXYAUTH of Netscape's and Oracle's servers).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="user">The user to act for.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task ProxyAuthAsync(
        this IImapSender sender, string user, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new ProxyAuthCommand(user), cancellationToken);

    /// <summary>
    /// Goes back to the state before authentication on the same connection (UNAUTHENTICATE, RFC 8437).
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task UnauthenticateAsync(this IImapSender sender, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new UnauthenticateCommand(), cancellationToken);

    /// <summary>Ends the session (LOGOUT, RFC 9051 §6.1.3).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    public static Task LogoutAsync(this IImapSender sender, CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new LogoutCommand(), cancellationToken);

    /// <summary>
    /// Chooses the language of the server's texts, or asks which there are (LANGUAGE, RFC 5255 §3.2).
    /// </summary>
    /// <param name="sender">The connection.</param>
    /// <param name="ranges">Language ranges in the order of preference; empty to ask which there are.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The language in use, or all that the server has.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer could not be read.</exception>
    public static Task<IReadOnlyList<string>> LanguageAsync(
        this IImapSender sender, IReadOnlyList<string> ranges, CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new LanguageCommand(ranges), cancellationToken);

    /// <summary>Chooses how the server compares text, or asks how it does (COMPARATOR, RFC 5255 §4.7).</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="comparators">Comparators in the order of preference; empty to ask which one is in use.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The comparator in use, and all that match where there is more than one.</returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="ImapProtocolException">A part of the answer could not be read.</exception>
    public static Task<ComparatorResult> ComparatorAsync(
        this IImapSender sender, IReadOnlyList<string> comparators, CancellationToken cancellationToken = default) =>
        sender.SendForWholeValueAsync(new ComparatorCommand(comparators), cancellationToken);

    /// <summary>Sends a command that the library has no type for, and returns every untagged response to it.</summary>
    /// <param name="sender">The connection, or a selected mailbox.</param>
    /// <param name="name">What stands behind the tag, such as <c>XYZZY</c>.</param>
    /// <param name="arguments">
    /// Its arguments: lists in parentheses go as they stand, other text as strings; see <see cref="RawArgument"/>.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>
    /// Every untagged response that came meanwhile, in order, taken apart on demand; literals keep their octets.
    /// </returns>
    /// <exception cref="ImapCommandException">The server refused.</exception>
    /// <exception cref="InvalidOperationException">
    /// The command acts on messages (FETCH, EXPUNGE, UID …) and the sender is no selected mailbox.
    /// </exception>
    public static Task<UntypedResult> SendRawAsync(
        this IImapSender sender, string name, IReadOnlyList<RawArgument> arguments,
        CancellationToken cancellationToken = default) =>
        sender.SendForValueAsync(new RawCommand(name, arguments), cancellationToken);
}
