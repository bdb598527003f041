using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>Plays the connection's part in an authentication, with text instead of bytes.</summary>
internal sealed class SaslRun : IDisposable
{
    private readonly SaslExchange _exchange;

    private SaslRun(SaslExchange exchange) => _exchange = exchange;

    public static SaslContext Context(
        string host = "server.example.com", int port = 143, string service = "imap", bool tls = false, string[]? offered = null,
        params (string Type, byte[] Data)[] bindings)
        => new()
        {
            Host = host,
            Port = port,
            Service = service,
            IsEncrypted = tls,
            OfferedMechanisms = offered,
            ChannelBinding = type => Array.Find(bindings, b => b.Type == type).Data is { } data ? data : null,
        };

    public static async Task<SaslRun> StartAsync(SaslMechanism mechanism, SaslContext? context = null)
        => new(await mechanism.StartAsync(context ?? Context(), TestContext.Current.CancellationToken));

    public string? Initial => _exchange.InitialResponse is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public SaslError? ServerError => _exchange.ServerError;

    public async Task<string?> RespondAsync(string challenge) => await RespondAsync(Encoding.UTF8.GetBytes(challenge));

    public async Task<string?> RespondAsync(byte[] challenge) => await RespondBytesAsync(challenge) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public ValueTask<byte[]?> RespondBytesAsync(byte[] challenge) => _exchange.RespondAsync(challenge, TestContext.Current.CancellationToken);

    public Task<ImapAuthenticationException> FailAsync(string challenge)
        => Assert.ThrowsAsync<ImapAuthenticationException>(async () => await RespondAsync(challenge));

    public void Complete(bool accepted) => _exchange.Complete(accepted);

    public void Dispose() => _exchange.Dispose();
}
