using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Logs in with user name and password (LOGIN, RFC 9051 §6.2.3). AUTHENTICATE is better where the server has it; with
/// LOGINDISABLED, LOGIN is refused.
/// </summary>
public sealed record LoginCommand : ImapCommand<ImapNothing>
{
    private readonly string _password;

    /// <summary>Makes the command.</summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password: always quoted, or a literal where it cannot be; never in a log.</param>
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

    /// <summary>
    /// Whether the caller asks for the capabilities that a user has, where the server does not tell them at once.
    /// </summary>
    internal bool IsFollowedByCapability { get; init; }

    internal override SessionEffect Effect => SessionEffect.Authenticates;

    // As it is, and as it stands between quotes.
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
