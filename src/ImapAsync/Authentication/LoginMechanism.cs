using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// LOGIN (draft-murchison-sasl-login): the user name, then the password. The text of the challenges is ignored (§2.1)
/// because it varies.
/// </summary>
internal sealed class LoginMechanism(string userName, string password) : SaslMechanism("LOGIN")
{
    private readonly string _userName = SaslText.Require(userName, nameof(userName));
    private readonly string _password = SaslText.Require(password, nameof(password));

    public override bool SendsSecretInClear => true;

    protected internal override ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
        => new(new LoginExchange(Name, _userName, _password));

    private sealed class LoginExchange(string mechanism, string userName, string password) : SaslExchange(mechanism)
    {
        private int _step;

        protected override ValueTask<byte[]?> AnswerAsync(
            ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
            => ++_step switch
            {
                1 => new(Encoding.UTF8.GetBytes(userName)),
                2 => new(Encoding.UTF8.GetBytes(password)),
                _ => throw Failure("the server asked for more than a name and a password"),
            };
    }
}
