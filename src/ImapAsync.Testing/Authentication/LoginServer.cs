using System.Text;

namespace ImapAsync.Testing;

/// <summary>LOGIN: asks for the name, then for the password. An initial response is taken as the name.</summary>
internal sealed class LoginServer : SaslServer
{
    private string? _name;
    private bool _hasAsked;

    public override bool SpeaksFirst => true;

    public override SaslStep Next(MailStore store, byte[] response)
    {
        if (!_hasAsked && response.Length == 0)
        {
            _hasAsked = true;
            return SaslStep.Challenge("Username:");
        }

        _hasAsked = true;
        if (_name is not null)
            return SaslStep.Done(Credentials.Check(store, _name, Encoding.UTF8.GetString(response)));
        _name = Encoding.UTF8.GetString(response);
        return SaslStep.Challenge("Password:");
    }
}
