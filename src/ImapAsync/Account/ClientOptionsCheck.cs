namespace ImapAsync;

/// <summary>
/// Everything that is missing or wrong in an account's options, reported at once rather than one fault per start of the
/// application.
/// </summary>
internal static class ClientOptionsCheck
{
    private const string Options = nameof(ImapClientOptions);

    public static IReadOnlyList<string> FindProblems(ImapClientOptions options) =>
        [.. options.Unreadable, .. WithServer(options), .. WithCredentials(options), .. WithPlaintext(options)];

    private static IEnumerable<string> WithServer(ImapClientOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
            yield return $"{Options}.Host is not set: name the server, for example imap.example.org.";
        else if (ImapEndpoint.FindProblem(options.Host) is { } problem)
            yield return $"{Options}.Host: {problem}";
        if (options.Port is < 1 or > 65535)
        {
            yield return $"{Options}.Port is {options.Port}: a port is between 1 and 65535; IMAP over TLS uses 993, "
                + "IMAP with STARTTLS 143.";
        }

        if (!Enum.IsDefined(options.Security))
        {
            yield return $"{Options}.Security is {options.Security}: it must be {nameof(ImapSecurity.Tls)}, "
                + $"{nameof(ImapSecurity.StartTls)} or {nameof(ImapSecurity.None)}.";
        }
    }

    private static IEnumerable<string> WithCredentials(ImapClientOptions options)
    {
        if (options.Mechanism is not null)
            yield break;

        if (options.Password is null && options.TokenProvider is null)
        {
            yield return $"No way to authenticate is set: set {Options}.UserName with Password or TokenProvider, "
                + "or a Mechanism.";
        }

        if (options.Password is not null && options.TokenProvider is not null)
            yield return $"{Options}.Password and TokenProvider are both set: set only one of them.";
        if (Missing(options.UserName))
            yield return $"{Options}.UserName is not set: it identifies the account.";
        else if (options.UserName!.Contains('\0'))
            yield return $"{Options}.UserName has a NUL, which no mechanism can send.";
        if (options.Password is "")
            yield return $"{Options}.Password is empty.";
        else if (options.Password?.Contains('\0') == true)
            yield return $"{Options}.Password has a NUL, which no mechanism can send.";
        if (options.AuthorizationId is not null && options.TokenProvider is not null)
        {
            yield return $"{Options}.AuthorizationId cannot be sent with a token: the token itself says whom it is "
                + "for.";
        }
    }

    // SCRAM makes a password usable without TLS; whether the server has it is known only once connected.
    private static IEnumerable<string> WithPlaintext(ImapClientOptions options)
    {
        if (options.Security != ImapSecurity.None || options.AllowPlaintext
            || options.Connection.Transport.ConnectCallback is not null)
        {
            yield break;
        }

        string? secret = options.Mechanism is { SendsSecretInClear: true } mechanism
            ? $"{mechanism.Name} would send a secret"
            : options.Mechanism is null && options.TokenProvider is not null ? "A token would be sent"
            : null;
        if (secret is not null)
        {
            yield return $"{secret} in the clear, since {Options}.Security is None: use Tls or StartTls, or set "
                + "AllowPlaintext if you trust the network.";
        }
    }

    private static bool Missing(string? text) => string.IsNullOrWhiteSpace(text);
}
