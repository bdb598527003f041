using System.Text;

namespace ImapAsync.Testing;

/// <summary>PLAIN (RFC 4616): <c>[authzid] NUL authcid NUL passwd</c>.</summary>
internal sealed class PlainServer : SaslServer
{
    public override SaslStep Next(MailStore store, byte[] response)
    {
        string[] parts = Encoding.UTF8.GetString(response).Split('\0');
        return parts is [var authorizationId, var name, var password]
            ? SaslStep.Done(Credentials.Check(store, name, password), authorizationId)
            : SaslStep.Failed;
    }
}
