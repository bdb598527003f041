using System.Security.Cryptography;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>SCRAM (RFC 5802) with SHA-1, SHA-256 (RFC 7677) or SHA-512, with and without channel binding.</summary>
internal sealed class ScramMechanism : SaslMechanism
{
    private readonly string _password;
    private readonly Func<string> _makeNonce;
    private ScramKeys? _keys;

    /// <param name="hash">The hash function.</param>
    /// <param name="plus">Whether the exchange is bound to its TLS connection.</param>
    /// <param name="userName">The user.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="options">Options of the mechanism.</param>
    /// <param name="makeNonce">The source of nonces, which tests replace.</param>
    public ScramMechanism(
        HashAlgorithmName hash, bool plus, string userName, string password, ScramOptions? options,
        Func<string>? makeNonce = null)
        : base(NameOf(hash, plus))
    {
        Hash = hash;
        IsBound = plus;
        UserName = SaslPrep.Prepare(SaslText.Require(userName, nameof(userName)), nameof(userName));
        _password = SaslPrep.Prepare(SaslText.Require(password, nameof(password)), nameof(password));
        Options = options ?? new();
        if (Options.MaximumIterations < Options.MinimumIterations)
        {
            throw new ArgumentException(
                "MaximumIterations is below MinimumIterations: no server could satisfy both.", nameof(options));
        }

        AuthorizationId = SaslText.Optional(Options.AuthorizationId, nameof(options));
        _makeNonce = makeNonce ?? SaslNonce.Make;
    }

    public override bool SendsSecretInClear => false;

    public HashAlgorithmName Hash { get; }

    public bool IsBound { get; }

    public string UserName { get; }

    public string? AuthorizationId { get; }

    public ScramOptions Options { get; }

    /// <summary>
    /// Derives the keys, or reuses the last ones: a server keeps a user's salt, so only the first of many connections
    /// pays (RFC 5802 §5.1, "i").
    /// </summary>
    public async ValueTask<ScramKeys> GetKeysAsync(byte[] salt, int iterations, CancellationToken cancellationToken)
    {
        if (_keys is { } known && known.AreFor(salt, iterations))
            return known;
        return _keys =
            await ScramKeys.DeriveAsync(Hash, _password, salt, iterations, cancellationToken).ConfigureAwait(false);
    }

    protected internal override ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
    {
        ScramChannelBinding? binding = IsBound
            ? ScramChannelBinding.Required(context, Options.ChannelBinding)
            : ScramChannelBinding.NotUsed(context);
        if (binding is null)
        {
            throw new ImapAuthenticationException(
                $"AUTHENTICATE {Name} was not sent: the connection has no channel binding"
                + $"{(Options.ChannelBinding is { } type ? $" of type {type}" : "")}. "
                + "Use TLS, or the mechanism without -PLUS.",
                Name);
        }

        return new(new ScramExchange(this, binding.Value, _makeNonce()));
    }

    public static string NameOf(HashAlgorithmName hash, bool plus)
    {
        string name = hash == HashAlgorithmName.SHA1 ? "SCRAM-SHA-1"
            : hash == HashAlgorithmName.SHA256 ? "SCRAM-SHA-256"
            : "SCRAM-SHA-512";
        return plus ? name + "-PLUS" : name;
    }
}
