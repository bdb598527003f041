using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>XOAUTH2, as Google and Microsoft define it: <c>user=NAME ^A auth=Bearer TOKEN ^A ^A</c>.</summary>
internal sealed class XOAuth2Mechanism(string userName, Func<CancellationToken, ValueTask<string>> tokenProvider)
    : SaslMechanism("XOAUTH2")
{
    private readonly string _userName = SaslText.RequireWithoutControls(userName, nameof(userName));
    private readonly Func<CancellationToken, ValueTask<string>> _tokenProvider =
        tokenProvider ?? throw new ArgumentNullException(nameof(tokenProvider));

    public override bool SendsSecretInClear => true;

    protected internal override async ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
    {
        string token = await BearerToken.AskAsync(_tokenProvider, Name, cancellationToken).ConfigureAwait(false);
        return new OAuthExchange(
            Name, Encoding.UTF8.GetBytes($"user={_userName}\u0001auth=Bearer {token}\u0001\u0001"), answerToError: [],
            token);
    }
}
