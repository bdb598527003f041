using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// XOAUTH2 and OAUTHBEARER (RFC 7628): fields separated by 0x01. A refusal is sent as JSON, which the client answers
/// before it receives NO.
/// </summary>
internal sealed class OAuthServer(bool isBearer) : SaslServer
{
    private const string Scheme = "Bearer ";
    private bool _isRefused;

    public override SaslStep Next(MailStore store, byte[] response)
    {
        if (_isRefused)
            return SaslStep.Failed;
        string[] fields = Encoding.UTF8.GetString(response).Split('\x01');
        string? name = isBearer
            ? NameInHeader(fields[0])
            : fields.FirstOrDefault(static field => field.StartsWith("user=", StringComparison.Ordinal))?[5..];
        string? authorization =
            fields.FirstOrDefault(static field => field.StartsWith("auth=", StringComparison.Ordinal))?[5..];
        bool hasToken = authorization is not null
            && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
        if (hasToken && Credentials.CheckToken(store, name, authorization![Scheme.Length..]) is { } user)
            return SaslStep.Done(user);
        _isRefused = true;
        return SaslStep.Challenge(isBearer
            ? """{"status":"invalid_token","scope":"mail"}"""
            : """{"status":"401","schemes":"bearer","scope":"mail"}""");
    }

    // The GS2 header: "n,a=user@example.org,".
    private static string? NameInHeader(string header) =>
        header.Split(',').FirstOrDefault(static part => part.StartsWith("a=", StringComparison.Ordinal))?[2..]
            .Replace("=2C", ",", StringComparison.Ordinal)
            .Replace("=3D", "=", StringComparison.Ordinal);
}
