using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImapAsync;
using Spectre.Console;

namespace Quickstart;

/// <summary>An account on a server of your own.</summary>
internal sealed class RealAccount : IAccount
{
    private readonly ImapClient _client;

    private RealAccount(ImapClientOptions options, Settings settings)
    {
        try
        {
            _client = new ImapClient(options);
        }
        catch (ArgumentException exception)
        {
            throw new QuickstartException(
                exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal));
        }

        Title = $"{settings.User} at {settings.Host}";
        MayWrite = settings.MayWrite;
    }

    public string Title { get; }

    public bool MayWrite { get; }

    public static async Task<RealAccount> CreateAsync(
        Settings settings, IAnsiConsole console, CancellationToken cancellationToken)
    {
        string secret = await Credentials.ReadAsync(settings, console, cancellationToken);
        ImapClientOptions options = new()
        {
            Host = settings.Host,
            Port = settings.Port,
            Security = settings.StartTls ? ImapSecurity.StartTls : ImapSecurity.Tls,
            UserName = settings.User,
            Connection = new ImapConnectionOptions { Tls = Trusting(settings.Authority) },
        };
        if (settings.TokenVariable is null)
            options.Password = secret;
        else
            options.TokenProvider = _ => ValueTask.FromResult(secret);
        return new RealAccount(options, settings);
    }

    public Task<ImapConnection> ConnectAsync(CancellationToken cancellationToken) =>
        _client.ConnectAsync(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static TlsOptions Trusting(FileInfo? authority)
    {
        if (authority is null)
            return new TlsOptions();
        try
        {
            return new TlsOptions
            {
                TrustedRoots = [X509CertificateLoader.LoadCertificateFromFile(authority.FullName)]
            };
        }
        catch (CryptographicException exception)
        {
            throw new QuickstartException(
                $"{authority.FullName} is no certificate that can be read: {exception.Message}");
        }
    }
}
