using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Logs in with user name and password (LOGIN, RFC 9051 §6.2.3). AUTHENTICATE is better if the server supports it; with
/// LOGINDISABLED, LOGIN is refused.
/// </summary>
public sealed record LoginCommand : ImapCommand<ImapNothing>
{
    private readonly string _password;

    /// <summary>Creates the command.</summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password: always quoted, or a literal if it cannot be quoted; never in a log.</param>
    public LoginCommand(string user, string password)
        : base("LOGIN")
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        User = user;
        _password = password;
    }

    /// <summary>The user name.</summary>
    public string User { get; }

    /// <summary>Whether the caller requests the user's capabilities if the server does not send them at once.</summary>
    internal bool IsFollowedByCapability { get; init; }

    internal override SessionEffect Effect => SessionEffect.Authenticates;

    // Verbatim, and in its quoted form.
    internal override IEnumerable<byte[]> Secrets =>
    [
        System.Text.Encoding.UTF8.GetBytes(
            _password.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)),
        System.Text.Encoding.UTF8.GetBytes(_password),
    ];

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Exclusive | CommandTraits.Secret;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.AString(User).String(_password);

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
