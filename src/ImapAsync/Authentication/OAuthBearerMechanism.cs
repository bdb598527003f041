using System.Globalization;
using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// OAUTHBEARER (RFC 7628 §3.1): <c>n,a=NAME,^A host=HOST ^A port=PORT ^A auth=Bearer TOKEN ^A ^A</c>.
/// </summary>
internal sealed class OAuthBearerMechanism(string? userName, Func<CancellationToken, ValueTask<string>> tokenProvider)
    : SaslMechanism("OAUTHBEARER")
{
    private readonly string? _userName = string.IsNullOrEmpty(userName)
        ? null
        : SaslText.RequireWithoutControls(userName, nameof(userName));
    private readonly Func<CancellationToken, ValueTask<string>> _tokenProvider =
        tokenProvider ?? throw new ArgumentNullException(nameof(tokenProvider));

    public override bool SendsSecretInClear => true;

    protected internal override async ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
    {
        string token = await BearerToken.AskAsync(_tokenProvider, Name, cancellationToken).ConfigureAwait(false);
        StringBuilder message = new("n,");
        if (_userName is not null)
            message.Append("a=").Append(SaslText.EscapeName(_userName));
        message.Append(",\u0001");
        if (context.Host.Length > 0)
            message.Append("host=").Append(context.Host).Append('\u0001');
        if (context.Port > 0)
            message.Append(CultureInfo.InvariantCulture, $"port={context.Port}\u0001");
        message.Append("auth=Bearer ").Append(token).Append("\u0001\u0001");

        // RFC 7628 §3.2.3: an error is answered with a single ^A.
        return new OAuthExchange(Name, Encoding.UTF8.GetBytes(message.ToString()), answerToError: [1], token);
    }
}
