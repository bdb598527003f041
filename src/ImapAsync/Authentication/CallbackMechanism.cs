using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A mechanism whose responses come from the caller.</summary>
internal sealed class CallbackMechanism(
    string name,
    Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]?>> respond,
    ReadOnlyMemory<byte>? initialResponse,
    bool sendsSecretInClear,
    bool isRepeatable)
    : SaslMechanism(name)
{
    private readonly Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]?>> _respond
        = respond ?? throw new ArgumentNullException(nameof(respond));

    public override bool SendsSecretInClear => sendsSecretInClear;

    public override bool IsRepeatable => isRepeatable;

    protected internal override ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
        => new(new CallbackExchange(Name, _respond, initialResponse?.ToArray()));

    private sealed class CallbackExchange : SaslExchange
    {
        private readonly Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]?>> _respond;

        public CallbackExchange(
            string name, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]?>> respond,
            byte[]? initialResponse)
            : base(name)
        {
            _respond = respond;
            InitialResponse = initialResponse;
        }

        protected override ValueTask<byte[]?> AnswerAsync(
            ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
            => _respond(challenge, cancellationToken);
    }
}
